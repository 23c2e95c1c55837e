package org.jejak.boot;

/** Which database: the one that is named, else our own. */
final class Databases {
  private Databases() {}

  static Database of(Settings settings, Home home, DataFolder folder, Secrets secrets) {
    return settings
        .get("jejak.db.url")
        .<Database>map(
            url ->
                new ExternalDatabase(
                    new Target(
                        url,
                        settings.get("jejak.db.user").orElse(""),
                        settings.get("jejak.db.password").orElse(""))))
        .orElseGet(
            () ->
                new EmbeddedDatabase(
                    folder,
                    PostgresBinaries.unpacked(home.server()),
                    OrdinaryUser.of(settings.get("jejak.boot.postgres-user").orElse("")),
                    secrets));
  }
}
