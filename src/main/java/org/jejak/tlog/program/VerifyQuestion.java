package org.jejak.tlog.program;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jejak.tlog.ProofText;
import org.jejak.tlog.verify.DossierCheck;
import org.jejak.tlog.verify.Finding;
import org.jejak.tlog.verify.LogAddress;
import org.jejak.tlog.verify.LogCheck;
import org.jejak.tlog.verify.LogFiles;
import org.jejak.tlog.verify.LogFolder;
import org.jejak.tlog.verify.Policy;
import org.jejak.tlog.verify.ReceiptCheck;
import org.jejak.tlog.verify.Verdict;

/** What was asked of {@code scripts/verify}: finds out what the target is and whom to trust. */
final class VerifyQuestion {
  private static final int MOST_KEYS = 64 * 1024;

  /**
   * The answer.
   *
   * @param entry of a receipt, as text; empty where there is none that was proven
   * @param keySource where a key was found that nobody named; else empty
   * @param quorumMissing whether the reader's own policy asks for more witnesses
   */
  record Answer(Finding finding, String entry, String keySource, boolean quorumMissing) {}

  private final VerifyOptions options;
  private final Path home;
  private Policy policy;
  private String keySource = "";

  /**
   * @param home the installation, in whose data folders a key is looked for
   */
  VerifyQuestion(VerifyOptions options, Path home) {
    this.options = options;
    this.home = home;
    this.policy = options.policy();
  }

  Answer answer() throws IOException, Misuse {
    String target = options.target();
    if (target.matches("(?i)https?://.*")) {
      return address(target);
    }
    Path path = Path.of(target);
    if (Files.isDirectory(path)) {
      trust(path.resolve("keys"), path.toAbsolutePath().normalize().resolveSibling("keys"));
      return log(new LogFolder(path));
    }
    if (!Files.isRegularFile(path)) {
      throw new Misuse(target + " is not there, or is no file");
    }
    trust(path.toAbsolutePath().resolveSibling("keys"));
    return DossierCheck.isDossier(path) ? dossier(path) : receipt(path);
  }

  private Answer dossier(Path file) throws IOException, Misuse {
    trustThisInstallation();
    return answer(new DossierCheck(policy(), options.known()).judge(file), Optional.empty());
  }

  private Answer receipt(Path file) throws IOException, Misuse {
    long size = Files.size(file);
    if (size > ReceiptCheck.MOST_BYTES) {
      return answer(ReceiptCheck.tooLarge(size), Optional.empty());
    }
    try (InputStream in = Files.newInputStream(file)) {
      return receipt(in.readNBytes(ReceiptCheck.MOST_BYTES + 1));
    }
  }

  private Answer receipt(byte[] file) throws Misuse {
    trustThisInstallation();
    ReceiptCheck.Result result = new ReceiptCheck(policy(), options.known()).judge(file);
    return answer(result.finding(), result.proof());
  }

  private Answer log(LogFiles files) throws Misuse {
    trustThisInstallation();
    return answer(new LogCheck(files, policy(), options.known()).judge(), Optional.empty());
  }

  private Answer answer(Finding finding, Optional<ProofText> proof) {
    boolean missing =
        finding.verdict() == Verdict.GENUINE && policy != null && !policy.asksForNobody();
    String entry =
        proof
            .filter(any -> finding.verdict().isGenuine())
            .map(proven -> new String(proven.entry(), StandardCharsets.UTF_8))
            .orElse("");
    return new Answer(finding, entry, keySource, missing);
  }

  private Answer address(String target) throws IOException, Misuse {
    URI address;
    try {
      address = URI.create(target);
    } catch (IllegalArgumentException e) {
      throw new Misuse(target + " is no address", e);
    }
    String token = Optional.ofNullable(System.getenv("JEJAK_TOKEN")).orElse("");
    LogAddress log = new LogAddress(address, token);
    if (log.read("checkpoint", MOST_KEYS).isPresent()) {
      if (needsKeys()) {
        Optional<byte[]> keys = log.read("../keys", MOST_KEYS);
        if (keys.isPresent()) {
          trust(
              VerifyOptions.keys(new String(keys.get(), StandardCharsets.UTF_8)),
              log.log().resolve("../keys").toString());
        }
      }
      return log(log);
    }
    Optional<byte[]> file = log.itself(ReceiptCheck.MOST_BYTES);
    return receipt(file.orElseThrow(() -> new Misuse("there is nothing at " + target)));
  }

  private void trust(Path... keyFiles) throws IOException, Misuse {
    for (Path file : keyFiles) {
      if (needsKeys() && Files.isRegularFile(file) && Files.size(file) <= MOST_KEYS) {
        trust(VerifyOptions.keys(Files.readString(file)), file.toString());
      }
    }
  }

  /** On the agency's own machine the logs of its data folders are at hand. */
  private void trustThisInstallation() throws Misuse {
    if (!needsKeys()) {
      return;
    }
    Policy keys = Policy.of(List.of());
    List<String> files = new ArrayList<>();
    try {
      for (Path data : folders(home)) { // data/, data-demo/ and whatever was named with --data
        for (Path log : folders(data.resolve("publication"))) {
          Path file = log.resolve("keys");
          if (Files.isReadable(file)) {
            keys = keys.and(VerifyOptions.keys(Files.readString(file)));
            files.add(file.toString());
          }
        }
      }
    } catch (IOException e) {
      throw new Misuse("no key was named, and none can be looked for: " + e.getMessage(), e);
    }
    if (!keys.logs().isEmpty()) {
      trust(keys, String.join(", ", files));
    }
  }

  private static List<Path> folders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).sorted().toList();
    }
  }

  private boolean needsKeys() {
    return policy == null || policy.logs().isEmpty();
  }

  private void trust(Policy keys, String source) {
    policy = policy == null ? keys : policy.and(keys);
    keySource = source;
  }

  private Policy policy() throws Misuse {
    if (needsKeys()) {
      throw new Misuse(
          "whose log do you trust? Give its key with --key; the agency's is at /log/keys");
    }
    return policy;
  }
}
