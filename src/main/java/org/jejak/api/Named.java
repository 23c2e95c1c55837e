package org.jejak.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Locale;
import org.jejak.base.Refusal;
import org.jejak.identity.Nip;
import org.jejak.identity.People;
import org.jejak.identity.Person;
import org.jejak.identity.Unit;
import org.jejak.identity.Units;

/** What a caller names by the office's own names, and what we call it. Nothing for nothing. */
@ApplicationScoped
public class Named {
  @Inject People people;
  @Inject Units units;

  /**
   * The handle of the civil servant with this NIP.
   *
   * @throws Refusal {@code nip.*} where it can be none, {@code case.person} where nobody has it
   */
  public String person(String nip) {
    return nip == null || nip.isBlank()
        ? null
        : people
            .byNip(Nip.of(nip))
            .map(Person::handle)
            .orElseThrow(() -> Refusal.invalid("case.person", "nobody here has this NIP"));
  }

  /**
   * The handle of the unit with this code.
   *
   * @throws Refusal {@code case.unit} where there is none
   */
  public String unit(String code) {
    return code == null || code.isBlank()
        ? null
        : units
            .byCode(code)
            .map(Unit::handle)
            .orElseThrow(() -> Refusal.invalid("case.unit", "no unit has this code"));
  }

  /**
   * The constant of this name, in letters of any size.
   *
   * @throws Refusal {@code choice} that lists what there is
   */
  public <E extends Enum<E>> E one(Class<E> type, String name) {
    if (name == null || name.isBlank()) {
      return null;
    }
    E[] all = type.getEnumConstants();
    return Arrays.stream(all)
        .filter(constant -> constant.name().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(
            () -> {
              String known = Arrays.toString(all).toLowerCase(Locale.ROOT);
              return Refusal.invalid("choice", "one of " + known, known);
            });
  }
}
