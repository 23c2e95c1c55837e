package org.jejak.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jejak.base.Refusal;
import org.jejak.identity.Allow;
import org.jejak.identity.DeclareTie;
import org.jejak.identity.Nip;
import org.jejak.identity.People;
import org.jejak.identity.Permission;
import org.jejak.identity.Person;
import org.jejak.identity.Role;
import org.jejak.identity.Roles;
import org.jejak.identity.Tie;
import org.jejak.identity.Ties;
import org.jejak.signin.Account;
import org.jejak.signin.Accounts;
import org.jejak.web.Shell;
import org.jejak.web.Words;

/** Page {@code /admin/person.xhtml}: one person, their roles and who is close to them. */
@Named("adminPersonPage")
@RequestScoped
@Allow(Permission.MANAGE_PEOPLE)
public class PersonPage {
  @Inject People people;
  @Inject Roles roles;
  @Inject Accounts accounts;
  @Inject Ties ties;
  @Inject DeclareTie declareTie;
  @Inject Shell shell;
  @Inject Words words;

  private String otherNip;
  private Tie.Kind kind;
  private Person person;

  public String declare() {
    Person other =
        people
            .byNip(Nip.of(otherNip))
            .orElseThrow(() -> Refusal.invalid("tie.other", "nobody has this NIP"));
    declareTie.run(getPerson().handle(), other.handle(), kind);
    shell.tell(words.of("admin.person.tie.done"));
    return "/admin/person?faces-redirect=true&nip=" + getNip();
  }

  public Person getPerson() {
    if (person == null) {
      person = people.byNip(Nip.of(getNip())).orElseThrow(() -> Refusal.unknown("person"));
    }
    return person;
  }

  public Person getSuperior() {
    return getPerson().superior().orElse(null);
  }

  public String getRank() {
    return getPerson().grade().map(g -> g.rank() + " (" + g.code() + ")").orElse("–");
  }

  public List<People.Row> getSubordinates() {
    return people.subordinatesOf(getPerson().handle());
  }

  public List<Ties.Row> getTies() {
    return ties.of(getPerson().handle());
  }

  public List<Tie.Kind> getKinds() {
    return Arrays.asList(Tie.Kind.values());
  }

  /** The account, or {@code null} where there is none. */
  public Account getAccount() {
    Optional<Account> account = accounts.of(getPerson().handle());
    return account.orElse(null);
  }

  /** The roles that were given and those that follow from the people. */
  public List<Role> getRoles() {
    return roles.of(getPerson().handle()).stream().sorted().toList();
  }

  /**
   * Whose page it is. Not a view parameter: that would be set only after the lists of a posted page
   * have been asked for.
   */
  public String getNip() {
    return FacesContext.getCurrentInstance()
        .getExternalContext()
        .getRequestParameterMap()
        .get("nip");
  }

  public String getOtherNip() {
    return otherNip;
  }

  public void setOtherNip(String otherNip) {
    this.otherNip = otherNip;
  }

  public Tie.Kind getKind() {
    return kind;
  }

  public void setKind(Tie.Kind kind) {
    this.kind = kind;
  }
}
