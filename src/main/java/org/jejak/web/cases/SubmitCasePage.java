package org.jejak.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jejak.cases.Done;
import org.jejak.cases.SubmitForDecision;
import org.jejak.identity.Nip;
import org.jejak.identity.People;
import org.jejak.identity.Person;
import org.jejak.identity.Role;

/** Page {@code /cases/submit.xhtml}. */
@Named
@RequestScoped
public class SubmitCasePage {
  @Inject CaseHead head;
  @Inject CaseOutcome outcome;
  @Inject People people;
  @Inject SubmitForDecision submitForDecision;

  private String authority;
  private Long version;

  /** Everybody who decides: who may not decide on this one is not told from the list. */
  public List<People.Row> getAuthorities() {
    return people.withRole(Role.AUTHORITY);
  }

  public String submit() {
    String person = people.byNip(Nip.of(authority)).map(Person::handle).orElse("");
    Done done =
        submitForDecision.run(
            new SubmitForDecision.Request(head.getFile().number(), person, version));
    return outcome.tell("cases.submit.done", done);
  }

  public String getAuthority() {
    return authority;
  }

  public void setAuthority(String authority) {
    this.authority = authority;
  }

  public long getVersion() {
    return head.getFile().version();
  }

  public void setVersion(long version) {
    this.version = version;
  }
}
