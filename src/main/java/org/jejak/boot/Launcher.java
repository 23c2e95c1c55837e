package org.jejak.boot;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Starts everything in order, watches it, and ends it in the opposite order: the application first,
 * so that nothing asks a database that is leaving.
 */
final class Launcher {
  private static final Duration PULSE = Duration.ofMillis(250);

  private final Options options;
  private final Settings settings;
  private final DataFolder folder;
  private final Secrets secrets;
  private final Database database;
  private final Demo demo;
  private final Application application;
  private final Restarts restarts = new Restarts();
  private Map<String, String> told = Map.of();
  private final CountDownLatch ended = new CountDownLatch(1);

  Launcher(Home home, Options options, Settings settings, DataFolder folder) {
    this.options = options;
    this.settings = settings;
    this.folder = folder;
    this.secrets = new Secrets(folder.secrets());
    this.database = Databases.of(settings, home, folder, secrets);
    this.demo = new Demo(folder, options.demo());
    this.application = new Application(home, folder, options, settings);
  }

  /**
   * Runs until the thread is interrupted.
   *
   * @throws Trouble when something cannot be started, or does not stay alive
   */
  void run() throws InterruptedException {
    try {
      application.endOrphan();
      database.endOrphans();
      demo.begin();
      boolean announced = false;
      while (true) {
        start();
        if (awaitReady() && !announced) {
          Announcement.print(options, folder);
          announced = true;
        }
        watch();
        demo.mustBeWhole();
        restarts.count();
      }
    } finally {
      end();
    }
  }

  private void start() throws InterruptedException {
    if (application.isGone()) {
      told = prepareBehindPage();
      application.start(told);
      return;
    }
    Map<String, String> before = told;
    told = prepareDatabase();
    if (!told.equals(before)) {
      application.close(); // the database came back in another place
      application.start(told);
    }
  }

  private Map<String, String> prepareBehindPage() throws InterruptedException {
    MaintenancePage page = MaintenancePage.open(options.address(), options.port());
    try {
      return prepareDatabase();
    } finally {
      page.close();
    }
  }

  private Map<String, String> prepareDatabase() throws InterruptedException {
    Map<String, String> all = settings.toHandOn();
    Target target = database.await();
    all.putAll(Preparation.of(target, secrets));
    if (told.isEmpty()) {
      demo.demandEmpty(
          target, all.get("jejak.database.app.user"), all.get("jejak.database.app.password"));
    }
    all.put("jejak.data.folder", folder.root().toString());
    all.putIfAbsent("jejak.search.folder", folder.file("search").toString());
    all.put("jejak.demo", Boolean.toString(options.demo()));
    all.put("jejak.http.address", options.address());
    all.put("jejak.http.port", Integer.toString(options.port()));
    return all;
  }

  private boolean awaitReady() throws InterruptedException {
    return new Readiness(options.local(), folder).await(application);
  }

  private void watch() throws InterruptedException {
    while (!application.isGone() && !database.isGone()) {
      Thread.sleep(PULSE);
    }
    Progress.say(
        application.isGone()
            ? "The application ended by itself; starting it again"
            : "The database ended by itself; starting it again");
  }

  private void end() {
    boolean ignored = Thread.interrupted(); // said already; the children are still to be waited for
    try {
      application.close();
      database.close();
    } finally {
      folder.close();
      ended.countDown();
    }
  }

  /** Returns when nothing of ours runs any more. */
  void awaitEnd() throws InterruptedException {
    ended.await();
  }
}
