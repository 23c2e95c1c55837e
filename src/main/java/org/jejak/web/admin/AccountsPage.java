package org.jejak.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.stream.Collectors;
import org.jejak.base.Slice;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.identity.Roles;
import org.jejak.signin.Accounts;
import org.jejak.web.Words;

/** Page {@code /admin/accounts.xhtml}: who can sign in, in which roles. */
@Named("adminAccountsPage")
@RequestScoped
@Allow(Permission.MANAGE_ACCOUNTS)
public class AccountsPage {
  private static final int SIZE = 25;

  @Inject Accounts accounts;
  @Inject Roles roles;
  @Inject Words words;

  private String text;
  private int page = 1;
  private Slice<Accounts.Row> found;

  public Slice<Accounts.Row> getFound() {
    if (found == null) {
      found = accounts.list(text, (page - 1) * SIZE, SIZE);
    }
    return found;
  }

  /** The roles of the account's owner in words. */
  public String roleWords(Accounts.Row row) {
    return roles.of(row.person()).stream()
        .sorted()
        .map(role -> words.of("role." + role.name()))
        .collect(Collectors.joining(", "));
  }

  public int getSize() {
    return SIZE;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public int getPage() {
    return page;
  }

  public void setPage(int page) {
    this.page = Math.clamp(page, 1, 400);
  }
}
