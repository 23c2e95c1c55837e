package org.jejak.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.jejak.base.Acting;
import org.jejak.cases.CaseFiles;
import org.jejak.cases.CaseStage;
import org.jejak.identity.Role;
import org.jejak.identity.Roles;
import org.jejak.web.HomeSection;
import org.jejak.web.Words;

/** An investigator's cases: to be closed, in one's hands, in nobody's. */
@RequestScoped
public class MyCasesSection implements HomeSection {
  private static final int MOST = 10;

  @Inject CaseFiles files;
  @Inject Roles roles;
  @Inject Words words;

  @Override
  public String id() {
    return "my-cases";
  }

  @Override
  public String titleKey() {
    return "cases.home.mine";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public boolean isShown() {
    return roles.mine().contains(Role.INVESTIGATOR);
  }

  @Override
  public boolean isToDo() {
    return true;
  }

  @Override
  public List<Row> rows() {
    String me = Acting.now().handle();
    return Stream.of(
            files.register(CaseFiles.Filter.of(CaseStage.CONCLUDED, me, null), 0, MOST),
            files.register(CaseFiles.Filter.of(CaseStage.EXAMINATION, me, null), 0, MOST),
            files.register(CaseFiles.Filter.of(CaseStage.OPEN, null, null), 0, MOST))
        .flatMap(slice -> slice.rows().stream())
        .limit(MOST)
        .map(this::row)
        .toList();
  }

  private Row row(CaseFiles.Row one) {
    Link link = new Link("/cases/" + one.number(), one.number() + " " + one.title());
    return new Row(link, words.plain("cases.home.next." + one.stage()), null);
  }

  @Override
  public String emptyKey() {
    return "cases.home.mine.empty";
  }

  @Override
  public Link more() {
    return new Link("/cases", words.plain("cases.home.all"));
  }
}
