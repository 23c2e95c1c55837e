package org.jejak.web.declarations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jejak.base.Slice;
import org.jejak.declarations.DeclarationSettings;
import org.jejak.declarations.Declarations;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.web.Words;

/** Page {@code /declarations/index.xhtml}: one's own. */
@Named
@RequestScoped
public class DeclarationsPage {
  static final int SIZE = 25;
  private static final int LAST_PAGE = 400;

  @Inject Declarations declarations;
  @Inject DeclarationSettings settings;
  @Inject DeclarationWords declarationWords;
  @Inject Words words;

  private int page = 1;
  private Slice<Declarations.Row> slice;

  /** Refuses whoever has nothing to declare here. */
  @Allow(Permission.FILE_DECLARATION)
  public void open() {
    slice = declarations.mine((page - 1) * SIZE, SIZE);
  }

  public Slice<Declarations.Row> getSlice() {
    return slice;
  }

  /** Whether this year's list is still to be filed. */
  public boolean isYearlyMissing() {
    return declarations.myYearly(year()).isEmpty();
  }

  /** What is to be done about it, and by when. */
  public String getYearlySentence() {
    boolean late = declarationWords.today().isAfter(settings.yearlyDue(year()));
    return words.of(
        late ? "declarations.yearly.late" : "declarations.yearly.open",
        String.valueOf(year()),
        settings.yearlyDue(year()));
  }

  private int year() {
    return declarationWords.today().getYear();
  }

  public int getSize() {
    return SIZE;
  }

  public int getPage() {
    return page;
  }

  public void setPage(int page) {
    this.page = Math.clamp(page, 1, LAST_PAGE);
  }
}
