package org.jejak.demo;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Fills the demo agency when its folder is new. Until it is whole the application is not ready and
 * shows nothing; a fill that was interrupted is thrown away by the launcher and begun again.
 */
@ApplicationScoped
public class DemoStart {
  private static final System.Logger LOG = System.getLogger(DemoStart.class.getName());

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  ManagedExecutorService executor;

  @Inject Fill fill;

  @Inject
  @ConfigProperty(name = "jejak.data.folder")
  String folder;

  private volatile boolean whole;

  void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
    whole = Files.exists(marker());
    if (!whole) {
      executor.execute(this::tell);
    }
  }

  boolean isWhole() {
    return whole;
  }

  private void tell() {
    try {
      fill.run(this::progress);
      progress("selesai");
      Path unused = Files.createFile(marker());
      whole = true;
    } catch (IOException | RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "the demo agency could not be filled", e);
      progress("gagal: " + e);
    }
  }

  private Path marker() {
    return Path.of(folder, "demo.filled");
  }

  private void progress(String line) {
    try {
      Path beside = Path.of(folder, "demo.progress.new");
      Files.writeString(beside, line + "\n");
      Files.move(
          beside,
          Path.of(folder, "demo.progress"),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("the demo's progress cannot be written", e);
    }
  }
}
