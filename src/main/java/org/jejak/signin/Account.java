package org.jejak.signin;

import static org.jejak.ledger.seal.Secrecy.Level.PLAIN;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import org.jejak.base.Refusal;
import org.jejak.ledger.Recorded;
import org.jejak.ledger.Subject;
import org.jejak.ledger.Trail;
import org.jejak.ledger.access.OutsideFiles;
import org.jejak.ledger.seal.Secrecy;

/** How a person signs in. */
@Entity
@Secrecy(PLAIN)
@OutsideFiles
@Table(name = "account")
@CheckReturnValue
public class Account implements Recorded {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "account_seq")
  @SequenceGenerator(name = "account_seq", sequenceName = "account_seq", allocationSize = 50)
  private Long id;

  @Column(updatable = false)
  private String person;

  @Column(updatable = false)
  private String username;

  private String password;

  @Column(updatable = false)
  private boolean demo;

  @Column(name = "must_change")
  private boolean mustChange;

  @Column(name = "disabled_at")
  private Instant disabledAt;

  private int generation;

  @Embedded private Trail trail;
  @Version private long version;

  protected Account() {}

  Account(String person, String username, String hash, boolean demo, boolean mustChange) {
    this.person = person;
    this.username = username;
    this.password = hash;
    this.demo = demo;
    this.mustChange = mustChange;
    this.generation = 1;
    this.trail = Trail.of(Subject.of(person));
  }

  /**
   * A user name as it is kept: small letters, digits, dot, hyphen, underscore.
   *
   * @throws Refusal {@code account.username} where it has another form
   */
  static String username(String typed) {
    String name = typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
    if (!name.matches("[a-z0-9][a-z0-9._-]{1,39}")) {
      throw Refusal.invalid("account.username", "2 to 40 of a-z 0-9 . _ -, first a-z or 0-9");
    }
    return name;
  }

  SigninEvent.AccountMade made() {
    return new SigninEvent.AccountMade(subject(), demo);
  }

  SigninEvent.PasswordChanged change(String hash) {
    this.password = hash;
    this.mustChange = false;
    this.generation++;
    return new SigninEvent.PasswordChanged(subject());
  }

  SigninEvent.PasswordReset reset(String hash) {
    this.password = hash;
    this.mustChange = true;
    this.generation++;
    return new SigninEvent.PasswordReset(subject());
  }

  SigninEvent.AccountDisabled disable(Instant at) {
    if (disabledAt != null) {
      throw Refusal.rule("account.disabled-already", "the account is disabled already");
    }
    this.disabledAt = at;
    this.generation++;
    return new SigninEvent.AccountDisabled(subject());
  }

  SigninEvent.AccountEnabled enable() {
    if (disabledAt == null) {
      throw Refusal.rule("account.enabled-already", "the account is open already");
    }
    this.disabledAt = null;
    return new SigninEvent.AccountEnabled(subject());
  }

  SigninEvent.SessionsEnded endSessions() {
    this.generation++;
    return new SigninEvent.SessionsEnded(subject());
  }

  private Subject subject() {
    return Subject.of(person);
  }

  /** The handle of the person. */
  public String person() {
    return person;
  }

  public String username() {
    return username;
  }

  String password() {
    return password;
  }

  public boolean isDemo() {
    return demo;
  }

  /** Whether somebody else knows the password, so that it opens nothing but its own change. */
  public boolean mustChange() {
    return mustChange;
  }

  public boolean isOpen() {
    return disabledAt == null;
  }

  /** Goes up when all sessions and tokens must end. */
  int generation() {
    return generation;
  }

  @Override
  public Trail trail() {
    return trail;
  }
}
