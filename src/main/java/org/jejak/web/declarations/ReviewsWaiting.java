package org.jejak.web.declarations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.jejak.base.Slice;
import org.jejak.declarations.Declarations;
import org.jejak.web.Waiting;

/** How many declarations wait for a superior. */
@RequestScoped
public class ReviewsWaiting implements Waiting {
  @Inject Declarations declarations;
  @Inject DeclarationWords declarationWords;

  @Override
  public String path() {
    return "/declarations/reviews";
  }

  /** The longest waiting one says whether any is late. */
  @Override
  public Count count() {
    Slice<Declarations.Row> first = declarations.toReview(0, 1);
    boolean late = first.rows().stream().anyMatch(row -> declarationWords.due(row).isLate());
    return new Count(first.total(), late);
  }
}
