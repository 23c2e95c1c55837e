package org.jejak.tlog.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jejak.tlog.CosignerKey;
import org.jejak.tlog.MlDsaKey;
import org.jejak.tlog.VerifierKey;

/**
 * Whom the reader trusts, as C2SP tlog-policy writes it: logs, witnesses, and which of these must
 * have cosigned.
 *
 * @param logs keys of logs, the name of each being the log's origin
 * @param beside further keys of the same logs, of a kind that not every Java can check; where it
 *     can, a line of theirs that does not fit spoils the checkpoint
 * @param witnesses by the names that the policy gives them
 * @param quorum what must have been cosigned
 */
public record Policy(
    List<VerifierKey> logs,
    List<MlDsaKey> beside,
    Map<String, CosignerKey> witnesses,
    Quorum quorum) {
  /** Which witnesses are enough. */
  public sealed interface Quorum {
    /** Whether these are. */
    boolean isMetBy(Set<String> cosigned);
  }

  /** Nobody need cosign. */
  public record Nobody() implements Quorum {
    @Override
    public boolean isMetBy(Set<String> cosigned) {
      return true;
    }
  }

  /** This witness. */
  public record One(String witness) implements Quorum {
    @Override
    public boolean isMetBy(Set<String> cosigned) {
      return cosigned.contains(witness);
    }
  }

  /** At least so many of these. */
  public record Group(int least, List<Quorum> members) implements Quorum {
    @Override
    public boolean isMetBy(Set<String> cosigned) {
      return members.stream().filter(member -> member.isMetBy(cosigned)).count() >= least;
    }
  }

  public Policy {
    logs = List.copyOf(logs);
    beside = List.copyOf(beside);
    witnesses = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(witnesses));
  }

  /** Trust in logs alone. */
  public static Policy of(List<VerifierKey> logs) {
    return new Policy(logs, List.of(), Map.of(), new Nobody());
  }

  /** Trust in logs, and in at least {@code least} of these witnesses together. */
  public static Policy of(List<VerifierKey> logs, List<CosignerKey> witnesses, int least) {
    Map<String, CosignerKey> named = new LinkedHashMap<>();
    witnesses.forEach(witness -> named.put(witness.name(), witness));
    List<Quorum> members = new ArrayList<>();
    named.keySet().forEach(name -> members.add(new One(name)));
    return new Policy(
        logs, List.of(), named, least == 0 ? new Nobody() : new Group(least, members));
  }

  /**
   * Trust in the keys of logs in lines as {@code /log/keys} has them. Keys of kinds that nobody
   * here knows are passed over, and so are empty lines.
   *
   * @throws IllegalArgumentException if a line is no key at all
   */
  public static Policy ofKeys(String lines) {
    List<VerifierKey> logs = new ArrayList<>();
    List<MlDsaKey> beside = new ArrayList<>();
    for (String line : lines.lines().filter(line -> !line.isBlank()).toList()) {
      String[] parts = line.split("\\+", 3);
      if (parts.length == 3 && parts[2].matches("B[g-v].*")) { // type 0x06
        beside.add(MlDsaKey.parse(line));
      } else if (parts.length < 3 || parts[2].startsWith("A")) { // type 0x01
        logs.add(VerifierKey.parse(line));
      }
    }
    return new Policy(logs, beside, Map.of(), new Nobody());
  }

  /** This policy with the keys of another. */
  public Policy and(Policy keys) {
    List<VerifierKey> all = new ArrayList<>(logs);
    all.addAll(keys.logs());
    List<MlDsaKey> more = new ArrayList<>(beside);
    more.addAll(keys.beside());
    return new Policy(all, more, witnesses, quorum);
  }

  /** Whether a checkpoint that nobody has cosigned would do. */
  public boolean asksForNobody() {
    return quorum.isMetBy(Set.of());
  }

  /**
   * Reads a policy file.
   *
   * @throws IllegalArgumentException with the number of the line that is not one
   */
  public static Policy parse(String text) {
    return new PolicyFile().read(text);
  }
}
