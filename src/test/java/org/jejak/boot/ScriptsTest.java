package org.jejak.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ScriptsTest {
  private static final Path SCRIPTS = Path.of("scripts").toAbsolutePath();

  @TempDir Path folder;

  private record Answer(int code, String text) {}

  private static Answer bash(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of("bash", "-c", command)).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Answer(process.exitValue(), text);
  }

  @Test
  void eachScriptExplainsItselfWithoutDoingAnything() throws Exception {
    List<Path> scripts;
    try (Stream<Path> files = Files.list(SCRIPTS)) {
      scripts = files.filter(Files::isExecutable).sorted().toList(); // others are sourced
    }
    assertThat(scripts).isNotEmpty();
    for (Path script : scripts) {
      Answer help = bash(script + " --help");
      assertThat(help.code()).as(script.toString()).isZero();
      assertThat(help.text()).startsWith("scripts/" + script.getFileName());
    }
  }

  @Test
  void theHelpOfRunIsTheLaunchersOwn() throws Exception {
    assertThat(bash(SCRIPTS + "/run --help").text()).isEqualTo(Options.USAGE);
  }

  @Test
  void aJdkIsFoundThoughAnOlderOneIsTheDefault() throws Exception {
    Path old = folder.resolve("old/bin");
    Files.createDirectories(old);
    Files.writeString(old.resolve("javac"), "#!/bin/sh\necho javac 17.0.1\n");
    assertThat(old.resolve("javac").toFile().setExecutable(true)).isTrue();
    Answer found =
        bash(
            "export JAVA_HOME=%s PATH=%s:$PATH; . %s/jdk; \"$JAVA_HOME/bin/javac\" -version"
                .formatted(old.getParent(), old, SCRIPTS));
    assertThat(found.code()).isZero();
    assertThat(found.text()).matches("(?s).*javac (2[1-9]|[3-9][0-9]).*");
  }
}
