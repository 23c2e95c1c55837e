package org.jejak.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jejak.base.Acting;
import org.jejak.cases.CaseFiles;
import org.jejak.cases.CaseStage;
import org.jejak.identity.Role;
import org.jejak.identity.Roles;
import org.jejak.web.HomeSection;
import org.jejak.web.Waiting;
import org.jejak.web.Words;

/** What lies before an authority for decision, on the home page and in the navigation. */
@RequestScoped
public class DecisionsSection implements HomeSection, Waiting {
  private static final int MOST = 10;

  @Inject CaseFiles files;
  @Inject Roles roles;
  @Inject Words words;

  @Override
  public String id() {
    return "decisions";
  }

  @Override
  public String titleKey() {
    return "cases.home.decisions";
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public boolean isShown() {
    return roles.mine().contains(Role.AUTHORITY);
  }

  @Override
  public boolean isToDo() {
    return true;
  }

  @Override
  public List<Row> rows() {
    return files.register(beforeMe(), 0, MOST).rows().stream()
        .map(
            one ->
                new Row(
                    new Link("/cases/" + one.number(), one.number() + " " + one.title()),
                    one.unit(),
                    null))
        .toList();
  }

  @Override
  public String emptyKey() {
    return "cases.home.decisions.empty";
  }

  @Override
  public Link more() {
    return new Link("/cases", words.plain("cases.home.all"));
  }

  @Override
  public String path() {
    return "/cases";
  }

  @Override
  public Count count() {
    return isShown()
        ? new Count(files.register(beforeMe(), 0, MOST).total(), false)
        : Count.NOTHING;
  }

  private static CaseFiles.Filter beforeMe() {
    return CaseFiles.Filter.of(CaseStage.EXAMINATION, null, Acting.now().handle());
  }
}
