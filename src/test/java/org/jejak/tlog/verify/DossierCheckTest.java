package org.jejak.tlog.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipOutputStream;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.Merkle;
import org.jejak.tlog.ProofText;
import org.jejak.tlog.SignedNote;
import org.jejak.tlog.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dossier of three entries in a log of four, made here by hand. */
class DossierCheckTest {
  private static final SigningKey KEY = SigningKey.generate("agency.example/log/records");
  private static final Policy TRUST = Policy.of(List.of(KEY.verifier()));
  private static final String FIELD = "case_file/ROW1/title";
  private static final byte[] SALT =
      "12345678901234567890123456789012".getBytes(StandardCharsets.UTF_8);
  private static final byte[] VALUE = "Pungutan di loket".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] entry(String act, long seq, byte[] before, String data, String set) {
    String prev =
        before == null ? "" : ",\"prev\":\"" + HexFormat.of().formatHex(Merkle.leaf(before)) + '"';
    return bytes(
        "{\"act\":\"%s\",\"case\":\"C1\",\"data\":%s,\"n\":\"00%d\"%s,\"seq\":%d,\"set\":[%s]}"
            .formatted(act, data, seq, prev, seq, set));
  }

  /** What a dossier is made of, before anybody meddles. */
  private static Map<String, byte[]> files() {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(
        Dossier.opened(1),
        bytes(
            "{\"%s\":[\"%s\",\"%s\"]}"
                .formatted(FIELD, base64.encodeToString(SALT), base64.encodeToString(VALUE))));
    files.put("README.txt", bytes("Dosir\n"));
    StringBuilder contents = new StringBuilder();
    files.forEach((name, content) -> contents.append(Dossier.line(name, content)));
    files.put(Dossier.CONTENTS, bytes(contents.toString()));

    byte[] first =
        entry(
            "case.opened/1",
            1,
            null,
            "{\"from\":\"2026-01-02\"}",
            "[\"%s\",\"%s\"]".formatted(FIELD, FieldCommitment.of(SALT, FIELD, VALUE)));
    byte[] second = entry("case.note-added/1", 2, first, "{\"note\":1}", "");
    byte[] last =
        entry(
            Dossier.ISSUED,
            3,
            second,
            "{\"contents\":\"" + Dossier.hash(bytes(contents.toString())) + "\"}",
            "");
    List<byte[]> log = List.of(first, second, bytes("{\"act\":\"another\"}"), last);
    List<byte[]> leaves = log.stream().map(Merkle::leaf).toList();
    String note =
        SignedNote.sign(new Checkpoint(KEY.verifier().name(), 4, Merkle.root(leaves)).text(), KEY)
            .toString();
    put(files, 1, first, 0, leaves, note);
    put(files, 2, second, 1, leaves, note);
    put(files, 3, last, 3, leaves, note);
    return files;
  }

  private static void put(
      Map<String, byte[]> files, int seq, byte[] entry, int at, List<byte[]> leaves, String note) {
    int beside = at ^ 1;
    int pair = at / 2 * 2 == 0 ? 2 : 0;
    List<byte[]> path =
        List.of(leaves.get(beside), Merkle.node(leaves.get(pair), leaves.get(pair + 1)));
    files.put(Dossier.entry(seq), entry);
    files.put(Dossier.proof(seq), bytes(new ProofText(entry, at, path, note).toString()));
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = Dossier.begin(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Dossier.add(zip, file.getKey(), file.getValue());
      }
    }
    return out.toByteArray();
  }

  private Finding judge(byte[] zip) throws IOException {
    Path file = folder.resolve("dossier.zip");
    Files.write(file, zip);
    return new DossierCheck(TRUST, List.of()).judge(file);
  }

  private Finding judge(Map<String, byte[]> files) throws IOException {
    return judge(zip(files));
  }

  @Test
  void anUntouchedDossierIsGenuineAndSaysHowFarItReaches() throws IOException {
    Finding finding = judge(files());
    assertThat(finding.reason()).isEqualTo(Reason.DOSSIER_FITS);
    assertThat(finding.verdict()).isEqualTo(Verdict.GENUINE);
    assertThat(finding.values()).containsExactly(3L, 4L);
    assertThat(new Sentences(Locale.ENGLISH).reason(finding)).contains("All 3 entries");
  }

  /** Bytes everywhere in the ZIP, and each of its own headers and dates at both ends. */
  @Test
  void noByteCanBeChanged() throws IOException {
    byte[] whole = zip(files());
    for (int i = 0; i < whole.length; i += i < 100 || i > whole.length - 250 ? 1 : 11) {
      byte[] changed = whole.clone();
      changed[i] ^= 1;
      Finding finding = judge(changed);
      assertThat(finding.verdict().isGenuine()).as("byte %d: %s", i, finding).isFalse();
      assertThat(new Sentences(Locale.ENGLISH).reason(finding)).hasSizeGreaterThan(20);
    }
  }

  @Test
  void nothingCanBeCutOffOrAdded() throws IOException {
    byte[] whole = zip(files());
    for (int length : List.of(whole.length - 1, whole.length / 2, 30)) {
      assertThat(judge(Arrays.copyOf(whole, length)).verdict().isGenuine()).isFalse();
    }
    assertThat(judge(Arrays.copyOf(whole, whole.length + 1)).verdict().isGenuine()).isFalse();
    Map<String, byte[]> more = files();
    more.put("letter.txt", bytes("trust me"));
    assertThat(judge(more).reason()).isEqualTo(Reason.DOSSIER_FILE_EXTRA);
  }

  @Test
  void whatIsLeftOutOfTheMiddleOrTheEndIsMissed() throws IOException {
    Map<String, byte[]> noMiddle = files();
    noMiddle.remove(Dossier.entry(2));
    noMiddle.remove(Dossier.proof(2));
    assertThat(judge(noMiddle).reason()).isEqualTo(Reason.DOSSIER_FILE_MISSING);

    Map<String, byte[]> renumbered = files();
    renumbered.put(Dossier.entry(2), renumbered.remove(Dossier.entry(3)));
    renumbered.put(Dossier.proof(2), renumbered.remove(Dossier.proof(3)));
    assertThat(judge(renumbered).reason()).isEqualTo(Reason.DOSSIER_GAP);

    Map<String, byte[]> noEnd = files();
    noEnd.remove(Dossier.entry(3));
    noEnd.remove(Dossier.proof(3));
    assertThat(judge(noEnd).reason()).isEqualTo(Reason.DOSSIER_NOT_ISSUED);
  }

  /** Whoever changes a field would have to change the list, and then the entry that names it. */
  @Test
  void aFieldAndItsListCannotBeChangedTogether() throws IOException {
    Map<String, byte[]> forged = files();
    String opened = new String(forged.get(Dossier.opened(1)), StandardCharsets.UTF_8);
    String value = Base64.getUrlEncoder().withoutPadding().encodeToString(VALUE);
    String other =
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes("Tidak apa-apa di sini"));
    forged.put(Dossier.opened(1), bytes(opened.replace(value, other)));
    assertThat(judge(forged).reason()).isEqualTo(Reason.DOSSIER_FILE_CHANGED);

    List<String> lines = new ArrayList<>();
    for (String name : List.of(Dossier.opened(1), "README.txt")) {
      lines.add(Dossier.line(name, forged.get(name)));
    }
    forged.put(Dossier.CONTENTS, bytes(String.join("", lines)));
    assertThat(judge(forged).reason()).isEqualTo(Reason.DOSSIER_FIELD);

    forged.remove(Dossier.opened(1));
    forged.put(Dossier.CONTENTS, bytes(lines.get(1)));
    assertThat(judge(forged).reason()).isEqualTo(Reason.DOSSIER_NOT_ISSUED);
  }

  @Test
  void anotherLogsDossierIsNotBelieved() throws IOException {
    Path file = folder.resolve("other.zip");
    Files.write(file, zip(files()));
    SigningKey stranger = SigningKey.generate("other.example/log/records");
    Policy trust = Policy.of(List.of(stranger.verifier()));
    assertThat(new DossierCheck(trust, List.of()).judge(file).reason()).isEqualTo(Reason.OTHER_LOG);
  }
}
