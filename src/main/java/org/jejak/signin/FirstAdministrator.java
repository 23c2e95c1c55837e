package org.jejak.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jejak.base.Acting;
import org.jejak.base.Actor;
import org.jejak.base.Refusal;

/**
 * The way in before there is any account: a link that works once, within a day, written to a file
 * that only the owner of the installation can read. The launcher prints it.
 */
@ApplicationScoped
public class FirstAdministrator {
  /** In the data folder; holds the path and query of the link, without host and port. */
  static final String FILE = "first-administrator";

  private static final Duration LIFE = Duration.ofHours(24);
  private static final Actor SETUP = Actor.system("setup");

  @PersistenceContext EntityManager em;
  @Inject Accounts accounts;
  @Inject MakeFirstAdministrator make;
  @Inject SigninSettings settings;
  @Inject Clock clock;

  /** At start: a new link where nobody has an account; in demo mode the demo makes its own. */
  @Transactional
  public void offer(@Observes @Initialized(ApplicationScoped.class) Object start) {
    Path file = settings.data().resolve(FILE);
    try {
      Files.deleteIfExists(file);
      if (settings.isDemo() || !accounts.isEmpty()) {
        return;
      }
      String code = Secret.random();
      em.createNativeQuery("update first_administrator set used_at = ?1 where used_at is null")
          .setParameter(1, now())
          .executeUpdate();
      em.createNativeQuery("insert into first_administrator (hash, expires_at) values (?1, ?2)")
          .setParameter(1, Secret.hash(code))
          .setParameter(2, now().plus(LIFE))
          .executeUpdate();
      write(file, "/sign-in/first?code=" + code + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** Whether the link with this code still opens the page. */
  public boolean isGood(String code) {
    return code != null
        && accounts.isEmpty()
        && !em.createNativeQuery(
                "select 1 from first_administrator"
                    + " where hash = ?1 and used_at is null and expires_at > ?2")
            .setParameter(1, Secret.hash(code))
            .setParameter(2, now())
            .getResultList()
            .isEmpty();
  }

  /** Makes the administrator and takes the file with the link away. */
  public void make(String code, MakeFirstAdministrator.Request request) {
    Acting.run(SETUP, () -> make.run(code, request));
    Path file = settings.data().resolve(FILE);
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + file, e);
    }
  }

  /** Uses the code up, inside the command that it allows: of two at once the second waits. */
  void burn(String code) {
    int used =
        em.createNativeQuery(
                "update first_administrator set used_at = ?2"
                    + " where hash = ?1 and used_at is null and expires_at > ?2")
            .setParameter(1, Secret.hash(code == null ? "" : code))
            .setParameter(2, now())
            .executeUpdate();
    if (used == 0 || !accounts.isEmpty()) {
      throw Refusal.rule("first.code", "this link is used up or too old");
    }
  }

  private static void write(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path draft =
        Files.getFileStore(folder).supportsFileAttributeView("posix")
            ? Files.createTempFile(
                folder,
                "first",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
            : Files.createTempFile(folder, "first", ".new");
    Files.writeString(draft, text, StandardCharsets.UTF_8);
    Files.move(draft, file);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
