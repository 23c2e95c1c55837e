package org.jejak.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jejak.cases.AssignInvestigator;
import org.jejak.cases.Done;
import org.jejak.identity.Nip;
import org.jejak.identity.People;
import org.jejak.identity.Person;
import org.jejak.identity.Role;

/** Page {@code /cases/assign.xhtml}. */
@Named
@RequestScoped
public class AssignCasePage {
  @Inject CaseHead head;
  @Inject CaseOutcome outcome;
  @Inject People people;
  @Inject AssignInvestigator assignInvestigator;

  private String investigator;
  private Long version;

  /** Everybody who examines cases: who may not have this one is not told from the list. */
  public List<People.Row> getInvestigators() {
    return people.withRole(Role.INVESTIGATOR);
  }

  public String assign() {
    String person = people.byNip(Nip.of(investigator)).map(Person::handle).orElse("");
    Done done =
        assignInvestigator.run(
            new AssignInvestigator.Request(head.getFile().number(), person, version));
    return outcome.tell("cases.assign.done", done);
  }

  public String getInvestigator() {
    return investigator;
  }

  public void setInvestigator(String investigator) {
    this.investigator = investigator;
  }

  public long getVersion() {
    return head.getFile().version();
  }

  public void setVersion(long version) {
    this.version = version;
  }
}
