package org.jejak.boot;

import java.util.Map;
import java.util.TreeMap;

/**
 * Makes a database fit for the application: roles, schema, and a look at its guarantees. Done
 * before and outside the WAR, since a deployment without its database fails for good.
 */
final class Preparation {
  private Preparation() {}

  /**
   * Prepares the database; doing it again changes nothing.
   *
   * @return what the application is told to reach it
   */
  static Map<String, String> of(Target target, Secrets secrets) {
    Roles roles = Roles.prepare(target, secrets);
    String version = Schema.migrate(target, roles);
    Durability.check(target, roles, secrets);
    Map<String, String> told = new TreeMap<>();
    told.put("jejak.database.place", target.place());
    told.put("jejak.database.schema", version);
    told.put("jejak.database.app.user", roles.app());
    told.put("jejak.database.app.password", secrets.get(Secrets.APP));
    told.put("jejak.database.sequencer.user", roles.sequencer());
    told.put("jejak.database.sequencer.password", secrets.get(Secrets.SEQUENCER));
    return told;
  }
}
