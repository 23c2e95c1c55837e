package org.jejak.tlog.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.CosignerKey;
import org.jejak.tlog.SignedNote;
import org.jejak.tlog.verify.Policy;

/**
 * The command line of {@code scripts/verify}.
 *
 * @param policy whom to trust; {@code null} where nobody was named
 * @param known checkpoints that are believed already
 * @param language {@code id} or {@code en}
 */
record VerifyOptions(
    boolean help, String target, Policy policy, List<Checkpoint> known, String language) {
  static final String USAGE =
      """
      scripts/verify PATH|URL [--key KEY]... [--witness KEY]... [--quorum N]
                     [--policy FILE] [--known FILE]... [--language id|en]

      Checks, without asking whoever made it, that a receipt or a copy of the log is genuine.
      PATH is a receipt (.tlog-proof), a dossier (.zip) or the folder of a log, URL the address of either:
      a log's is the one below which checkpoint and tile/ lie.

        --key KEY       a verifier key that you trust, name+id+base64, or a file with one a line;
                        the agency's is at /log/keys and in its printed notices
        --witness KEY   a witness's key that you trust (cosignature/v1), or a file with one a line
        --quorum N      how many witnesses must have cosigned; fewer is 1 (default: none must)
        --policy FILE   instead of these three, a C2SP tlog-policy file
        --known FILE    a checkpoint kept from before: the log must not contradict it
        --language id|en  by default that of the environment

      Without a key, one is looked for in a file named keys: beside the log, beside the receipt, in
      the data folders of this installation. What is found there is only the log's own word.
      JEJAK_TOKEN holds an auditor's token, with which the entries of a log's URL are read too.

      It answers one of: genuine and witnessed; genuine, not witnessed; diverged (well signed, but
      contradicts a checkpoint that is known); not genuine, naming what does not fit.
      Ends with 0 for the first two, 1 for the others, 2 where the question cannot be followed.
      """;

  static VerifyOptions parse(String... arguments) throws Misuse, IOException {
    String target = null;
    String language = environment();
    int quorum = 0;
    Path policy = null;
    Policy keys = Policy.of(List.of());
    List<CosignerKey> witnesses = new ArrayList<>();
    List<Checkpoint> known = new ArrayList<>();
    Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
    while (!rest.isEmpty()) {
      String option = rest.pop();
      switch (option) {
        case "--help", "-h" -> {
          return new VerifyOptions(true, "", null, List.of(), language);
        }
        case "--key" -> keys = keys.and(keys(named(value(option, rest))));
        case "--witness" -> {
          for (String line : named(value(option, rest)).lines().toList()) {
            witnesses.add(read(line, CosignerKey::parse));
          }
        }
        case "--quorum" -> quorum = number(value(option, rest));
        case "--policy" -> policy = Path.of(value(option, rest));
        case "--known" -> known.add(checkpoint(Path.of(value(option, rest))));
        case "--language" -> language = language(value(option, rest));
        default -> {
          if (option.startsWith("--") || target != null) {
            throw new Misuse("what is " + option + "? See scripts/verify --help");
          }
          target = option;
        }
      }
    }
    if (target == null) {
      throw new Misuse("name a receipt or a log. See scripts/verify --help");
    }
    return new VerifyOptions(
        false, target, policy(policy, keys, witnesses, quorum), known, language);
  }

  private static Policy policy(Path file, Policy keys, List<CosignerKey> witnesses, int quorum)
      throws Misuse, IOException {
    if (file != null) {
      if (!keys.logs().isEmpty() || !witnesses.isEmpty() || quorum > 0) {
        throw new Misuse("--policy says it all: leave --key, --witness and --quorum out");
      }
      return read(Files.readString(file), Policy::parse);
    }
    if (quorum > witnesses.size()) {
      throw new Misuse("--quorum %d of %d witnesses".formatted(quorum, witnesses.size()));
    }
    return keys.logs().isEmpty() && witnesses.isEmpty()
        ? null
        : Policy.of(List.of(), witnesses, quorum).and(keys);
  }

  /** Keys of logs, one a line. */
  static Policy keys(String lines) throws Misuse {
    return read(lines, Policy::ofKeys);
  }

  /** The key that was given, or what is in the file that was given. */
  static String named(String keyOrFile) throws IOException, Misuse {
    if (keyOrFile.contains("+")) {
      return keyOrFile;
    }
    Path file = Path.of(keyOrFile);
    if (!Files.isRegularFile(file)) {
      throw new Misuse(keyOrFile + " is neither a key nor a file of keys");
    }
    return Files.readString(file);
  }

  private static Checkpoint checkpoint(Path file) throws IOException, Misuse {
    return read(Files.readString(file), text -> Checkpoint.parse(SignedNote.parse(text).text()));
  }

  private static <T> T read(String text, java.util.function.Function<String, T> reader)
      throws Misuse {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw new Misuse(e.getMessage(), e);
    }
  }

  private static String value(String option, Deque<String> rest) throws Misuse {
    if (rest.isEmpty()) {
      throw new Misuse(option + " needs a value. See scripts/verify --help");
    }
    return rest.pop();
  }

  private static int number(String text) throws Misuse {
    if (!text.matches("[0-9]{1,3}")) {
      throw new Misuse(text + " is no number of witnesses");
    }
    return Integer.parseInt(text);
  }

  private static String language(String text) throws Misuse {
    if (!text.equals("id") && !text.equals("en")) {
      throw new Misuse("--language is id or en");
    }
    return text;
  }

  private static String environment() {
    for (String name : List.of("LC_ALL", "LC_MESSAGES", "LANG")) {
      String value = System.getenv(name);
      if (value != null && !value.isEmpty()) {
        return value.startsWith("id") ? "id" : "en";
      }
    }
    return "en";
  }
}
