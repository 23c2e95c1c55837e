package org.jejak.identity;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.jejak.base.Acting;
import org.jejak.base.Command;
import org.jejak.base.Refusal;
import org.jejak.ledger.Ledger;

/**
 * Gives somebody roles.
 *
 * <p>Nobody gives one to themselves, and who administers holds no other: an administrator sees no
 * case, and cannot open the door alone.
 */
@Command
@Allow(Permission.MANAGE_ACCOUNTS)
public class GrantRole {
  @PersistenceContext EntityManager em;
  @Inject People people;
  @Inject Roles roles;
  @Inject Ledger ledger;
  @Inject Clock clock;

  /**
   * @param person the handle of whom the roles are for
   * @param reason why; at least five characters
   */
  public void run(String person, Set<Role> wanted, String reason) {
    Person receiver = people.get(person);
    String why = RoleGrant.reason(reason);
    if (Acting.now().handle().equals(person)) {
      throw Refusal.rule("role.self", "nobody gives a role to themselves");
    }
    Set<Role> held = roles.of(person);
    for (Role role : wanted) {
      if (role.isComputed()) {
        throw Refusal.rule("role.computed", role + " is computed, never given", role);
      }
      if (held.contains(role)) {
        throw Refusal.rule("role.held", "the person has the role " + role, role);
      }
    }
    refuseMixture(held, wanted);
    for (Role role : wanted) {
      RoleGrant grant =
          new RoleGrant(receiver.handle(), role, why, Acting.now().handle(), clock.instant());
      em.persist(grant);
      ledger.append(grant.granted());
    }
    roles.forget();
  }

  private static void refuseMixture(Set<Role> held, Set<Role> wanted) {
    Set<Role> all = EnumSet.noneOf(Role.class);
    all.addAll(held);
    all.addAll(wanted);
    all.removeIf(Role::isComputed);
    if (all.contains(Role.ADMINISTRATOR) && all.size() > 1) {
      throw Refusal.rule("role.mixture", "an administrator holds no other role");
    }
  }
}
