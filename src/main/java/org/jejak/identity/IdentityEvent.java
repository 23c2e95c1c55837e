package org.jejak.identity;

import org.jejak.ledger.EventName;
import org.jejak.ledger.LedgerEvent;
import org.jejak.ledger.Subject;

/** What happens to units, people, their roles and their ties. Never a name, a NIP or a reason. */
public sealed interface IdentityEvent extends LedgerEvent {
  @EventName("identity.unit-recorded/1")
  record UnitRecorded(Subject subject, Unit.Kind kind, String parent) implements IdentityEvent {}

  @EventName("identity.person-recorded/1")
  record PersonRecorded(
      Subject subject, Regime regime, PositionLevel level, String unit, String superior)
      implements IdentityEvent {}

  /** A batch came in: how many rows it had and how many of them said something new. */
  @EventName("identity.batch-recorded/1")
  record BatchRecorded(Subject subject, long units, long people, long changed)
      implements IdentityEvent {}

  @EventName("identity.role-granted/1")
  record RoleGranted(Subject subject, Role role) implements IdentityEvent {}

  @EventName("identity.role-revoked/1")
  record RoleRevoked(Subject subject, Role role) implements IdentityEvent {}

  @EventName("identity.tie-declared/1")
  record TieDeclared(Subject subject, Tie.Kind kind, String other) implements IdentityEvent {}
}
