package org.jejak.tlog.program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jejak.tlog.verify.Finding;
import org.jejak.tlog.verify.Seen;
import org.jejak.tlog.verify.Sentences;

/** {@code scripts/verify}: judges a receipt or a log, and says why. */
public final class VerifyProgram {
  private static final int GENUINE = 0;
  private static final int NOT_GENUINE = 1;
  private static final int USAGE = 2;

  private VerifyProgram() {}

  /** Ends with 0 where it is genuine, 1 where it is not, 2 where the question makes no sense. */
  public static void main(String[] arguments) {
    System.exit(run(arguments, Path.of(System.getProperty("jejak.home", "."))));
  }

  static int run(String[] arguments, Path home) {
    try {
      VerifyOptions options = VerifyOptions.parse(arguments);
      if (options.help()) {
        System.out.print(VerifyOptions.USAGE);
        return GENUINE;
      }
      return show(new VerifyQuestion(options, home).answer(), options);
    } catch (Misuse | IOException e) {
      System.err.println("scripts/verify: " + e.getMessage());
      return USAGE;
    }
  }

  private static int show(VerifyQuestion.Answer answer, VerifyOptions options) {
    Sentences sentences = new Sentences(Locale.forLanguageTag(options.language()));
    Finding finding = answer.finding();
    System.out.println(sentences.verdict(finding).toUpperCase(Locale.ROOT));
    System.out.println(sentences.reason(finding));
    finding.seen().ifPresent(seen -> show(seen, sentences));
    if (!answer.keySource().isEmpty() && finding.verdict().isGenuine()) {
      line(sentences, "key", sentences.of("key.from", answer.keySource()));
    }
    if (!answer.entry().isEmpty()) {
      line(sentences, "entry", answer.entry());
    }
    if (!finding.verdict().isGenuine()) {
      return NOT_GENUINE;
    }
    if (answer.quorumMissing()) {
      System.out.println(sentences.of("quorum.missing"));
      return NOT_GENUINE;
    }
    return GENUINE;
  }

  private static void show(Seen seen, Sentences sentences) {
    line(sentences, "log", seen.checkpoint().origin());
    line(sentences, "size", Long.toString(seen.checkpoint().size()));
    line(sentences, "root", seen.checkpoint().text().lines().toList().get(2));
    seen.cosigned()
        .forEach(
            one ->
                line(
                    sentences,
                    "witness",
                    sentences.of("witnessed.by", one.witness(), one.at().toString())));
    if (seen.cosigned().isEmpty()) {
      line(sentences, "witness", sentences.of("witnessed.none", seen.trusted()));
    }
    if (seen.strangers() > 0) {
      System.out.println(sentences.of("strangers", seen.strangers()));
    }
  }

  private static void line(Sentences sentences, String label, String value) {
    System.out.printf("  %-8s %s%n", sentences.of("label." + label), value);
  }
}
