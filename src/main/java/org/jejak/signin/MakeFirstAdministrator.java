package org.jejak.signin;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import org.jejak.base.Command;
import org.jejak.base.Refusal;
import org.jejak.identity.Allow;
import org.jejak.identity.GrantRole;
import org.jejak.identity.Nip;
import org.jejak.identity.Permission;
import org.jejak.identity.PositionLevel;
import org.jejak.identity.RecordPeople;
import org.jejak.identity.Regime;
import org.jejak.identity.Role;
import org.jejak.identity.Unit;
import org.jejak.ledger.Ledger;

/**
 * Makes the first administrator of an empty installation: the agency as a unit, the person, their
 * account and their role, in one transaction.
 */
@Command
@Allow(Permission.MANAGE_ACCOUNTS)
public class MakeFirstAdministrator {
  /** What the page asks for. */
  public record Request(
      String unitCode,
      String unitName,
      String nip,
      String name,
      Regime regime,
      String positionTitle,
      PositionLevel positionLevel,
      String username,
      String password) {}

  @PersistenceContext EntityManager em;
  @Inject RecordPeople recordPeople;
  @Inject GrantRole grantRole;
  @Inject Accounts accounts;
  @Inject FirstAdministrator first;
  @Inject PasswordHasher hasher;
  @Inject SigninSettings settings;
  @Inject Ledger ledger;

  /**
   * @param code the one-time code of the link
   * @throws Refusal {@code first.code} where the code is not good, or nobody needs it any more
   */
  public void run(String code, Request request) {
    first.burn(code);
    Nip nip = Nip.of(request.nip());
    String username = Account.username(request.username());
    PasswordRule.check(request.password(), username, settings.shortestPassword());
    String person =
        recordPeople
            .run(
                List.of(
                    new RecordPeople.UnitRow(
                        request.unitCode(), request.unitName(), Unit.Kind.AGENCY, null)),
                List.of(
                    new RecordPeople.PersonRow(
                        nip.value(),
                        request.name(),
                        request.regime(),
                        null,
                        request.positionTitle(),
                        request.positionLevel(),
                        request.unitCode(),
                        null)))
            .people()
            .get(0);
    Account account = new Account(person, username, hasher.hash(request.password()), false, false);
    em.persist(account);
    ledger.append(account.made());
    grantRole.run(person, Set.of(Role.ADMINISTRATOR), "first administrator of this installation");
  }
}
