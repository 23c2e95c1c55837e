package org.jejak.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.jejak.base.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void aUserNameIsKeptInSmallLetters() {
    assertThat(Account.username(" Budi.S ")).isEqualTo("budi.s");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "b", ".budi", "budi santoso", "budi@kantor", "b'; drop table account"})
  void aUserNameHasAPlainForm(String typed) {
    assertThatThrownBy(() -> Account.username(typed)).isInstanceOf(Refusal.class);
  }

  @Test
  void everyChangeOfThePasswordEndsTheSessions() {
    Account account = new Account("P", "budi", "hash", false, true);
    int before = account.generation();
    assertThat(account.change("other")).isNotNull();
    assertThat(account.generation()).isGreaterThan(before);
    assertThat(account.mustChange()).isFalse();
    assertThat(account.reset("third")).isNotNull();
    assertThat(account.generation()).isGreaterThan(before + 1);
    assertThat(account.mustChange()).isTrue();
  }

  @Test
  void aClosedAccountIsNotClosedAgainAndCanBeOpened() {
    Account account = new Account("P", "budi", "hash", false, false);
    assertThat(account.disable(NOW)).isNotNull();
    assertThat(account.isOpen()).isFalse();
    assertThatThrownBy(() -> account.disable(NOW)).isInstanceOf(Refusal.class);
    assertThat(account.enable()).isNotNull();
    assertThat(account.isOpen()).isTrue();
    assertThatThrownBy(account::enable).isInstanceOf(Refusal.class);
  }

  @Test
  void anEntryNeverHoldsTheHashOrTheUserName() {
    Account account = new Account("P", "budi", "$argon2id$secret", false, false);
    assertThat(account.made().toString() + account.change("x"))
        .doesNotContain("budi")
        .doesNotContain("argon2id");
  }
}
