package org.jejak.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PermissionTest {
  private static final Set<Permission> OF_ADMINISTRATORS =
      EnumSet.of(
          Permission.MANAGE_PEOPLE,
          Permission.MANAGE_ACCOUNTS,
          Permission.MANAGE_LOG,
          Permission.END_ACCESS_YEAR,
          Permission.SIGNED_IN);

  @ParameterizedTest
  @EnumSource(Permission.class)
  void anAdministratorManagesPeopleAndTouchesNoCase(Permission permission) {
    assertThat(permission.roles().contains(Role.ADMINISTRATOR))
        .isEqualTo(OF_ADMINISTRATORS.contains(permission));
  }

  @ParameterizedTest
  @EnumSource(Permission.class)
  void onlyAReportNeedsNoAccount(Permission permission) {
    assertThat(permission.roles().isEmpty()).isEqualTo(permission == Permission.REPORT);
  }

  @Test
  void anAdministratorsSeatsCountForOwnDeclarationsOnly() {
    assertThat(Seat.countingFor(Set.of(Role.ADMINISTRATOR, Role.ASN)))
        .containsExactlyInAnyOrder(Seat.DECLARANT, Seat.REVIEWER);
  }

  @ParameterizedTest
  @EnumSource(Seat.class)
  void aSeatOnACaseIsWorthNothingWithoutItsRole(Seat seat) {
    assertThat(Seat.countingFor(Set.of()).contains(seat)).isEqualTo(seat.role().isEmpty());
    seat.role().ifPresent(role -> assertThat(Seat.countingFor(Set.of(role))).contains(seat));
  }
}
