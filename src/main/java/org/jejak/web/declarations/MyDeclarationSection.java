package org.jejak.web.declarations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jejak.declarations.DeclarationSettings;
import org.jejak.declarations.DeclarationStage;
import org.jejak.declarations.Declarations;
import org.jejak.identity.Permission;
import org.jejak.identity.Policy;
import org.jejak.web.Deadline;
import org.jejak.web.HomeSection;
import org.jejak.web.Words;

/** One's yearly list, and what became of one's declarations. */
@RequestScoped
public class MyDeclarationSection implements HomeSection {
  private static final int SHOWN = 3;

  @Inject Declarations declarations;
  @Inject DeclarationSettings settings;
  @Inject DeclarationWords declarationWords;
  @Inject Policy policy;
  @Inject Words words;

  @Override
  public String id() {
    return "my-declarations";
  }

  @Override
  public String titleKey() {
    return "declarations.home.mine";
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public boolean isShown() {
    return policy.allows(Permission.FILE_DECLARATION);
  }

  @Override
  public boolean isToDo() {
    return true;
  }

  @Override
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    LocalDate today = declarationWords.today();
    if (!declarations.hasFiledYearly(today.getYear())) {
      LocalDate due = settings.yearlyDue(today.getYear());
      rows.add(
          new Row(
              new Link(
                  "/declarations/new",
                  words.of("declarations.home.missing", String.valueOf(today.getYear()))),
              words.of("declarations.home.missing.detail"),
              Deadline.of(words, due, declarationWords.weekdaysUntil(due))));
    }
    declarations.mine(0, SHOWN).rows().forEach(row -> rows.add(row(row)));
    return rows;
  }

  private Row row(Declarations.Row row) {
    String outcome =
        row.stage() == DeclarationStage.FILED
            ? declarationWords.stage(row.stage())
            : declarationWords.control(row.control());
    return new Row(
        new Link(
            "/declarations/" + row.number(), declarationWords.title(row.kind(), row.forYear())),
        outcome,
        null);
  }

  @Override
  public String emptyKey() {
    return "declarations.home.empty";
  }

  @Override
  public Link more() {
    return new Link("/declarations", words.of("declarations.home.all"));
  }
}
