package org.jejak.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Period;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keys {@code jejak.erasure.*}. */
@ApplicationScoped
public class ErasureSettings {
  @Inject
  @ConfigProperty(name = "jejak.erasure.retention-years", defaultValue = "5")
  int retentionYears;

  /** How long a closed case is kept before it may be erased because its time is over. */
  public Period retention() {
    return Period.ofYears(retentionYears);
  }
}
