package org.jejak.web.declarations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jejak.declarations.Declarations;
import org.jejak.identity.Permission;
import org.jejak.identity.Policy;
import org.jejak.web.HomeSection;
import org.jejak.web.Words;

/** What a superior has to decide, the longest waiting first. */
@RequestScoped
public class ReviewsSection implements HomeSection {
  private static final int MOST = 10;

  @Inject Declarations declarations;
  @Inject DeclarationWords declarationWords;
  @Inject Policy policy;
  @Inject Words words;

  @Override
  public String id() {
    return "reviews";
  }

  @Override
  public String titleKey() {
    return "declarations.home.reviews";
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public boolean isShown() {
    return policy.allows(Permission.REVIEW_DECLARATION);
  }

  @Override
  public boolean isToDo() {
    return true;
  }

  @Override
  public List<Row> rows() {
    return declarations.toReview(0, MOST).rows().stream().map(this::row).toList();
  }

  private Row row(Declarations.Row row) {
    return new Row(
        new Link("/declarations/" + row.number() + "/review", row.declarant()),
        declarationWords.title(row.kind(), row.forYear()),
        declarationWords.due(row));
  }

  @Override
  public String emptyKey() {
    return "declarations.reviews.empty";
  }

  @Override
  public Link more() {
    return new Link("/declarations/reviews", words.of("declarations.home.all"));
  }
}
