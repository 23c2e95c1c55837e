package org.jejak.identity;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.jejak.base.Acting;
import org.jejak.base.Command;
import org.jejak.base.Refusal;
import org.jejak.ledger.Ledger;

/** Takes a role back, from the next request on. */
@Command
@Allow(Permission.MANAGE_ACCOUNTS)
public class RevokeRole {
  @PersistenceContext EntityManager em;
  @Inject Roles roles;
  @Inject Ledger ledger;
  @Inject Clock clock;

  /**
   * @param person the handle of whose role it is
   * @param reason why; at least five characters
   */
  public void run(String person, Role role, String reason) {
    String why = RoleGrant.reason(reason);
    // All of the role, locked: of two administrators who revoke each other one stays.
    List<RoleGrant> open =
        em.createQuery(
                "select g from RoleGrant g where g.role = :role and g.endedAt is null"
                    + " order by g.id",
                RoleGrant.class)
            .setParameter("role", role)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
    RoleGrant grant =
        open.stream()
            .filter(one -> one.isOf(person))
            .findFirst()
            .orElseThrow(
                () -> Refusal.rule("role.not-held", "the person lacks the role " + role, role));
    if (role == Role.ADMINISTRATOR && open.size() == 1) {
      throw Refusal.rule("role.last-administrator", "without an administrator nobody could help");
    }
    ledger.append(grant.end(Acting.now().handle(), clock.instant(), why));
    roles.forget();
  }
}
