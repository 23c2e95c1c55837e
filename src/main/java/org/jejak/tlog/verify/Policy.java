package org.jejak.tlog.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jejak.tlog.CosignerKey;
import org.jejak.tlog.VerifierKey;

/**
 * Whom the reader trusts, as C2SP tlog-policy writes it: logs, witnesses, and which of these must
 * have cosigned.
 *
 * @param logs keys of logs, the name of each being the log's origin
 * @param witnesses by the names that the policy gives them
 * @param quorum what must have been cosigned
 */
public record Policy(List<VerifierKey> logs, Map<String, CosignerKey> witnesses, Quorum quorum) {
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
    witnesses = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(witnesses));
  }

  /** Trust in logs alone. */
  public static Policy of(List<VerifierKey> logs) {
    return new Policy(logs, Map.of(), new Nobody());
  }

  /** Trust in logs, and in at least {@code least} of these witnesses together. */
  public static Policy of(List<VerifierKey> logs, List<CosignerKey> witnesses, int least) {
    Map<String, CosignerKey> named = new LinkedHashMap<>();
    witnesses.forEach(witness -> named.put(witness.name(), witness));
    List<Quorum> members = new ArrayList<>();
    named.keySet().forEach(name -> members.add(new One(name)));
    return new Policy(logs, named, least == 0 ? new Nobody() : new Group(least, members));
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
