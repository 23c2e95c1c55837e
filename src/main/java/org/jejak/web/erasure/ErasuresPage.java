package org.jejak.web.erasure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jejak.base.Slice;
import org.jejak.cases.CaseNumber;
import org.jejak.erasure.AskErasure;
import org.jejak.erasure.Erasures;
import org.jejak.erasure.Ground;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.web.Shell;
import org.jejak.web.Words;

/** Pages {@code /erasures/index.xhtml} and {@code /erasures/new.xhtml}. */
@Named
@RequestScoped
@Allow(Permission.ERASE)
public class ErasuresPage {
  private static final int SIZE = 25;

  @Inject Erasures erasures;
  @Inject AskErasure askErasure;
  @Inject Shell shell;
  @Inject Words words;

  private int page = 1;
  private Slice<Erasures.Row> slice;
  private String number;
  private Ground ground;
  private String basis;

  public Slice<Erasures.Row> getSlice() {
    if (slice == null) {
      slice = erasures.newest((page - 1) * SIZE, SIZE);
    }
    return slice;
  }

  /** Asks for the erasure that the form describes. */
  public String ask() {
    CaseNumber known = CaseNumber.of(number);
    askErasure.run(new AskErasure.Request(known, ground, basis));
    shell.tell(words.of("erasure.ask.done", known));
    return "/erasures/erasure?faces-redirect=true&number=" + known;
  }

  public Ground[] getGrounds() {
    return Ground.values();
  }

  public int getPage() {
    return page;
  }

  public void setPage(int page) {
    this.page = Math.max(1, page);
  }

  public int getSize() {
    return SIZE;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public Ground getGround() {
    return ground;
  }

  public void setGround(Ground ground) {
    this.ground = ground;
  }

  public String getBasis() {
    return basis;
  }

  public void setBasis(String basis) {
    this.basis = basis;
  }
}
