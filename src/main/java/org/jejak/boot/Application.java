package org.jejak.boot;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The application server with our WAR, as a child of the launcher. */
final class Application {
  private static final Duration GRACE = Duration.ofSeconds(30);

  /**
   * Measured on two cores: the serial collector is the smallest, and pauses are short at this heap.
   */
  private static final List<String> JVM =
      List.of(
          "-Xms128m",
          "-Xmx320m",
          "-XX:+UseSerialGC",
          "-XX:MaxMetaspaceSize=256m",
          "-XX:+ExitOnOutOfMemoryError",
          "-Djava.awt.headless=true",
          "-Djava.net.preferIPv4Stack=true",
          "-Duser.timezone=UTC",
          "-Dfile.encoding=UTF-8",
          "-Djdk.serialFilter=maxdepth=30;maxarray=200000;maxrefs=500000;maxbytes=20000000");

  /** Measured: half the work until ready; an Argon2 hash takes twice as long afterwards. */
  private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

  /** Each thread that allocates would otherwise get an arena of its own, and keep it. */
  private static final Map<String, String> NATIVE_MEMORY = Map.of("MALLOC_ARENA_MAX", "2");

  private final Home home;
  private final DataFolder folder;
  private final Options options;
  private final boolean fullCompiler;
  private final PidFile pidFile;
  private Child server;
  private ServerLog log;

  Application(Home home, DataFolder folder, Options options, Settings settings) {
    this.home = home;
    this.fullCompiler = settings.get("jejak.boot.compiler").filter("full"::equals).isPresent();
    this.folder = folder;
    this.options = options;
    this.pidFile = folder.pidFile("application", sign(folder));
  }

  private static String sign(DataFolder folder) {
    return "-Djejak.application=" + folder.root();
  }

  /** Ends the server that a killed launcher left behind. */
  void endOrphan() {
    pidFile
        .orphan()
        .ifPresent(
            process -> {
              PidFile.end(process, ProcessHandle::destroy, GRACE);
              Progress.say("Ended the application that an earlier run left behind");
            });
    pidFile.forget();
  }

  /** Starts the server on a copy of the WAR, so that a build meanwhile does not pull it away. */
  void start(Map<String, String> settings) {
    try {
      Path deployed = folder.work().resolve("jejak");
      Folders.delete(deployed);
      Folders.delete(payara()); // it remembers what was deployed, and would deploy that first
      Folders.merge(home.war(), deployed);
      if (options.demo()) {
        unpackDemo(deployed.resolve("WEB-INF/classes"));
      }
      PropertiesFile.write(folder.serverSettings(), settings);
      log = new ServerLog(folder.logs().resolve("server.0.log"));
      server =
          Child.start(
              command(deployed), NATIVE_MEMORY, folder.logs().resolve("server.out"), pidFile);
    } catch (IOException e) {
      throw new Trouble("The application cannot be deployed: " + e.getMessage(), e);
    }
  }

  /**
   * Among the application's own classes: in a jar of its own the server would not inject into it.
   */
  private void unpackDemo(Path classes) throws IOException {
    try (FileSystem jar = FileSystems.newFileSystem(home.demoJar())) {
      Folders.merge(jar.getPath("org"), classes.resolve("org"));
    }
  }

  private List<String> command(Path deployed) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(JVM);
    if (!fullCompiler) {
      command.add(QUICK_START);
    }
    command.add(sign(folder));
    command.addAll(List.of("-jar", home.server().resolve("payara-micro.jar").toString()));
    command.addAll(List.of("--nohazelcast", "--disablephonehome"));
    command.addAll(List.of("--rootdir", payara().toString()));
    command.addAll(List.of("--port", Integer.toString(options.port())));
    command.addAll(List.of("--prebootcommandfile", preBoot().toString()));
    command.addAll(List.of("--postbootcommandfile", home.config("postboot.asadmin").toString()));
    command.addAll(List.of("--logproperties", logging().toString()));
    command.addAll(List.of("--systemproperties", folder.serverSettings().toString()));
    command.addAll(List.of("--shutdowngrace", "10000"));
    command.addAll(List.of("--deploy", deployed.toString(), "--contextroot", "/"));
    return command;
  }

  private Path payara() {
    return folder.work().resolve("payara");
  }

  /** The log manager resolves no variables: the place of the logs is written into its file. */
  private Path logging() throws IOException {
    Path file = folder.work().resolve("logging.properties");
    String logs = folder.logs().toString().replace('\\', '/').replace("%", "%%");
    Files.writeString(
        file, Files.readString(home.config("logging.properties")).replace("${jejak.log}", logs));
    return file;
  }

  private Path preBoot() throws IOException {
    Path file = folder.work().resolve("preboot.asadmin");
    String address =
        "set configs.config.server-config.network-config.network-listeners.network-listener"
            + ".http-listener.address=";
    Files.writeString(
        file,
        Files.readString(home.config("preboot.asadmin")) + address + options.address() + "\n");
    return file;
  }

  /**
   * Notices a server that runs without our application.
   *
   * @throws Trouble when the deployment failed
   */
  void mustHaveDeployed() {
    log.mustNotTellOfFailure();
  }

  boolean isGone() {
    return server == null || !server.isAlive();
  }

  void close() {
    if (!isGone()) {
      server.end(ProcessHandle::destroy, GRACE);
    }
  }
}
