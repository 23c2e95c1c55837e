package org.jejak.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The full verification as an auditor starts it on the page, and the memory it takes. */
final class Verifying {
  private static final Pattern BEGUN = Pattern.compile("\"begunAt\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern ENDED = Pattern.compile("\"endedAt\"\\s*:\\s*\"([^\"]+)\"");

  private final Site site;
  private final long server;

  Verifying(Site site, Path data) throws IOException {
    this.site = site;
    this.server = Long.parseLong(Files.readAllLines(data.resolve("application.pid")).getFirst());
  }

  /** Its rate in entries a second, and how much larger the process became, in MB. */
  List<Figure> measure(long size) throws Exception {
    String token = site.token("auditor", "jejak-demo");
    String cookies = site.signIn("auditor", "jejak-demo");
    String last = ended(token);
    Files.writeString(Path.of("/proc/" + server + "/clear_refs"), "5"); // begin the mark anew
    long before = kilobytes("VmRSS");
    site.press("/ledger", "verification", "verification:verify", cookies);
    while (ended(token).equals(last)) {
      Thread.sleep(500);
    }
    String answer = site.get("/api/v1/ledger/verification", token).body();
    Duration took = Duration.between(moment(BEGUN, answer), moment(ENDED, answer));
    boolean whole = answer.contains("\"whole\":true");
    Figure time =
        Figure.of("verified, " + size, 1, new long[] {took.toNanos()}, whole ? 0 : 1, 0)
            .withRate(size / (took.toMillis() / 1000.0));
    System.err.printf(
        "Verifying %,d entries took %.1f s and %d MB%n",
        size, took.toMillis() / 1000.0, (kilobytes("VmHWM") - before) / 1024);
    return List.of(time);
  }

  private String ended(String token) throws Exception {
    Matcher found = ENDED.matcher(site.get("/api/v1/ledger/verification", token).body());
    return found.find() ? found.group(1) : "";
  }

  private static Instant moment(Pattern pattern, String answer) {
    Matcher found = pattern.matcher(answer);
    if (!found.find()) {
      throw new IllegalStateException("no verification: " + answer);
    }
    return Instant.parse(found.group(1));
  }

  private long kilobytes(String name) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + server + "/status")).stream()
        .filter(line -> line.startsWith(name + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
