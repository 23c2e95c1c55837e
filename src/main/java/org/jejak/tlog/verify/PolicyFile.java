package org.jejak.tlog.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jejak.tlog.CosignerKey;
import org.jejak.tlog.VerifierKey;

/** Reads the lines of a C2SP tlog-policy file. */
final class PolicyFile {
  private final List<VerifierKey> logs = new ArrayList<>();
  private final Map<String, CosignerKey> witnesses = new LinkedHashMap<>();
  private final Map<String, Policy.Quorum> names = new HashMap<>();
  private final Set<String> members = new HashSet<>();
  private final Set<String> points = new HashSet<>();
  private Policy.Quorum quorum;

  Policy read(String text) {
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      String content = line.strip();
      if (!content.isEmpty() && !content.startsWith("#")) {
        try {
          take(content.split("[ \t]+"));
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(
              "line %d of the policy: %s".formatted(number, e.getMessage()), e);
        }
      }
    }
    if (quorum == null) {
      throw new IllegalArgumentException("the policy has no quorum line");
    }
    return new Policy(logs, List.of(), witnesses, quorum);
  }

  private void take(String[] words) {
    switch (words[0]) {
      case "log" -> {
        demand(words.length == 2 || words.length == 3, "log <vkey> [<url>]");
        VerifierKey key = VerifierKey.parse(words[1]);
        unique(key.point());
        logs.add(key);
      }
      case "witness" -> {
        demand(words.length == 3 || words.length == 4, "witness <name> <vkey> [<url>]");
        CosignerKey key = CosignerKey.parse(words[2]);
        unique(key.point());
        define(words[1], new Policy.One(words[1]));
        witnesses.put(words[1], key);
      }
      case "group" -> group(words);
      case "quorum" -> {
        demand(words.length == 2 && quorum == null, "one line: quorum <name>");
        quorum = words[1].equals("none") ? new Policy.Nobody() : named(words[1]);
      }
      default -> throw new IllegalArgumentException("begins with " + words[0]);
    }
  }

  private void group(String[] words) {
    demand(words.length >= 4, "group <name> all|any|<k> <name>...");
    List<Policy.Quorum> group = new ArrayList<>();
    for (int i = 3; i < words.length; i++) {
      demand(members.add(words[i]), words[i] + " is a member twice");
      group.add(named(words[i]));
    }
    int least =
        switch (words[2]) {
          case "all" -> group.size();
          case "any" -> 1;
          default -> words[2].matches("[1-9][0-9]{0,3}") ? Integer.parseInt(words[2]) : 0;
        };
    demand(
        least >= 1 && least <= group.size(), "of %d members %s".formatted(group.size(), words[2]));
    define(words[1], new Policy.Group(least, group));
  }

  private void define(String name, Policy.Quorum meaning) {
    demand(!name.equals("none"), "none is no name");
    demand(names.putIfAbsent(name, meaning) == null, name + " is defined twice");
  }

  private Policy.Quorum named(String name) {
    Policy.Quorum meaning = names.get(name);
    demand(meaning != null, name + " is not defined on a line before");
    return meaning;
  }

  private void unique(byte[] point) {
    demand(points.add(java.util.HexFormat.of().formatHex(point)), "the same key twice");
  }

  private static void demand(boolean kept, String otherwise) {
    if (!kept) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
