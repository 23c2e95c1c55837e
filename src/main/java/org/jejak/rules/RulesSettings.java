package org.jejak.rules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the agency keeps tables of its own: keys {@code jejak.rules.*}. */
@ApplicationScoped
public class RulesSettings {
  @Inject
  @ConfigProperty(name = "jejak.rules.folder")
  Optional<String> folder;

  /** The agency's folder; its files replace those of the program with the same name. */
  public Optional<Path> folder() {
    return folder.filter(path -> !path.isBlank()).map(Path::of);
  }
}
