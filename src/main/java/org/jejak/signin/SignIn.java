package org.jejak.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jejak.base.Refusal;
import org.jejak.ledger.access.Look;

/**
 * Checks a user name and a password: with the same words, work and time whether or not there is
 * such an account.
 */
@ApplicationScoped
public class SignIn {
  private static final System.Logger LOG = System.getLogger(SignIn.class.getName());

  /**
   * From where somebody tries.
   *
   * @param address the network address; used and forgotten
   * @param device the cookie of a browser that signed in before, or {@code null}
   */
  public record Place(String address, String device) {}

  @Inject Accounts accounts;
  @Inject PasswordHasher hasher;
  @Inject Tries tries;
  @Inject AddressTries addressTries;
  @Inject KnownDevices devices;
  @Inject SigninSettings settings;

  /**
   * The account that the two open; empty where they open none.
   *
   * @throws Refusal {@code signin.wait} with the time to wait, {@code signin.busy}
   */
  public Optional<Account> check(String username, String password, Place place) {
    String name = username == null ? "" : username.strip().toLowerCase(Locale.ROOT);
    String bucket = bucket(name, place);
    addressTries.count(place.address()).ifPresent(SignIn::refuse);
    tries.count(bucket).ifPresent(SignIn::refuse);
    Optional<Account> found = accounts.byUsername(name);
    boolean right =
        hasher.matches(password == null ? "" : password, found.map(Account::password).orElse(null));
    if (!right || !mayEnter(found.get())) {
      LOG.log(
          System.Logger.Level.INFO,
          "sign-in refused: person/{0}",
          found.map(Account::person).orElse("unknown"));
      Look.signInFailed(found.map(Account::person).orElse(null));
      return Optional.empty();
    }
    tries.forget(bucket);
    addressTries.uncount(place.address());
    LOG.log(System.Logger.Level.INFO, "sign-in: person/{0}", found.get().person());
    return found;
  }

  private boolean mayEnter(Account account) {
    return account.isOpen() && (!account.isDemo() || settings.isDemo());
  }

  // A browser that its owner signed in from before has a count of its own: nobody can keep an
  // investigator out by trying wrong passwords from elsewhere.
  private String bucket(String name, Place place) {
    boolean known = place.device() != null && devices.knows(place.device(), name);
    return hasher.keyed("tries", known ? name + '\0' + place.device() : name);
  }

  private static void refuse(Duration wait) {
    throw new Refusal(
        Refusal.Kind.LATER,
        "signin.wait",
        "too many wrong passwords, wait " + wait,
        wait.plusSeconds(59).toMinutes(),
        wait);
  }
}
