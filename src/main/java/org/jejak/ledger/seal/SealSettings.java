package org.jejak.ledger.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Key {@code jejak.ledger.master-key-file}. */
@ApplicationScoped
public class SealSettings {
  @Inject
  @ConfigProperty(name = "jejak.ledger.master-key-file")
  Optional<String> masterKeyFile;

  @Inject
  @ConfigProperty(name = "jejak.data.folder", defaultValue = "data")
  String data;

  @Inject
  @ConfigProperty(name = "jejak.demo", defaultValue = "false")
  boolean demo;

  /**
   * The file of the master keys: beside the data folder and not in it, so that whoever copies the
   * data cannot read it. The demo's dies with its folder.
   */
  public Path masterKeyFile() {
    return masterKeyFile
        .map(Path::of)
        .orElseGet(() -> Path.of(demo ? data + "/keys" : data + "-keys").resolve("master.keys"));
  }
}
