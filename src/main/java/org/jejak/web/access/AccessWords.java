package org.jejak.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jejak.identity.People;
import org.jejak.identity.Person;
import org.jejak.ledger.access.AccessLog;
import org.jejak.web.Words;

/** Says looks in words: who, and where in the system. */
@Named
@RequestScoped
public class AccessWords {
  @Inject People people;
  @Inject Words words;

  private final Map<String, Optional<Person>> known = new HashMap<>();

  /** The person behind a handle, asked for once; empty for an account that there is not. */
  Optional<Person> person(String handle) {
    return known.computeIfAbsent(handle, people::byHandle);
  }

  /** The name; for a sign-in to no account, words that say so. */
  public String who(AccessLog.Row row) {
    return person(row.person()).map(Person::name).orElseGet(() -> words.of("access.nobody"));
  }

  /** The NIP; empty where there is no person. */
  public String nip(AccessLog.Row row) {
    return person(row.person()).map(one -> one.nip().value()).orElse("");
  }

  /** The name of the person whose looks were looked at; empty where it was something else. */
  public String about(AccessLog.Row row) {
    return row.about() == null ? "" : person(row.about()).map(Person::name).orElse("");
  }

  /** Which page or call: in words where it has some, else the pattern of its path. */
  public String part(AccessLog.Row row) {
    if (row.part() == null) {
      return "";
    }
    String key = "access.part" + row.part().replaceAll("[{}]", "").replace('/', '.');
    return words.has(key) ? words.of(key) : row.part();
  }
}
