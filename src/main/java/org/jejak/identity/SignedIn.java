package org.jejak.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.Set;
import org.jejak.base.Acting;
import org.jejak.base.Actor;

/** Who is signed in, for pages: {@code #{signedIn.name}}. All is empty for the public. */
@Named
@RequestScoped
public class SignedIn {
  @Inject People people;
  @Inject Roles roles;
  @Inject Policy policy;
  private Optional<Person> person;

  /** Whether anybody is. */
  public boolean isPresent() {
    return person().isPresent();
  }

  public String getHandle() {
    return person().map(Person::handle).orElse("");
  }

  public String getName() {
    return person().map(Person::name).orElse("");
  }

  /** One or two letters, for the round badge. */
  public String getInitials() {
    return person().map(Person::initials).orElse("");
  }

  public String getPosition() {
    return person().map(Person::positionTitle).orElse("");
  }

  public String getUnit() {
    return person().map(p -> p.unit().name()).orElse("");
  }

  public Set<Role> getRoles() {
    return roles.mine();
  }

  /** Whether one has the role of this name: {@code #{signedIn.has('AUDITOR')}}. */
  public boolean has(String role) {
    return roles.mine().contains(Role.valueOf(role));
  }

  /** Whether one has the permission of this name: {@code #{signedIn.may('SEARCH')}}. */
  public boolean may(String permission) {
    return isPresent() && policy.allows(Permission.valueOf(permission));
  }

  private Optional<Person> person() {
    if (person == null) {
      Actor actor = Acting.now();
      person =
          actor.isPublic() || actor.isSystem() ? Optional.empty() : people.byHandle(actor.handle());
    }
    return person;
  }
}
