package org.jejak.web.declarations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jejak.base.Slice;
import org.jejak.declarations.Declarations;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;

/** Page {@code /declarations/reviews.xhtml}: what a superior has to decide, and has decided. */
@Named
@RequestScoped
public class ReviewsPage {
  private static final int SIZE = 25;
  private static final int LAST_PAGE = 400;

  @Inject Declarations declarations;

  private String list;
  private int page = 1;
  private Slice<Declarations.Row> slice;

  /** Refuses whoever is nobody's superior. */
  @Allow(Permission.REVIEW_DECLARATION)
  public void open() {
    int from = (page - 1) * SIZE;
    slice = isDone() ? declarations.reviewed(from, SIZE) : declarations.toReview(from, SIZE);
  }

  /** Whether the list is of those decided on. */
  public boolean isDone() {
    return "done".equals(list);
  }

  public Slice<Declarations.Row> getSlice() {
    return slice;
  }

  public int getSize() {
    return SIZE;
  }

  public String getList() {
    return list;
  }

  public void setList(String list) {
    this.list = list;
  }

  public int getPage() {
    return page;
  }

  public void setPage(int page) {
    this.page = Math.clamp(page, 1, LAST_PAGE);
  }
}
