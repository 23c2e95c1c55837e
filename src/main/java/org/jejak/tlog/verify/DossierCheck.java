package org.jejak.tlog.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.Merkle;
import org.jejak.tlog.ProofText;

/**
 * Judges a dossier: every entry in the tree of one checkpoint, one chain from the first entry to
 * the dossier's own issuing, each opened field against its commitment, each file against the list,
 * and the ZIP against the only bytes that it can have.
 */
public final class DossierCheck {
  /** Larger ones are not read. */
  public static final long MOST_BYTES = 512L * 1024 * 1024;

  private static final int MOST_FILE = 64 * 1024 * 1024;
  private static final int MOST_FILES = 200_000;

  /** What does not fit, thrown to where the verdict is made. */
  private static final class Misfit extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Finding finding;

    Misfit(Finding finding) {
      super(finding.reason().name());
      this.finding = finding;
    }

    Misfit(Reason reason, Object... values) {
      this(Finding.of(reason, values));
    }
  }

  private final ReceiptCheck receipts;

  /**
   * @param known checkpoints that the reader believes already
   */
  public DossierCheck(Policy policy, List<Checkpoint> known) {
    this.receipts = new ReceiptCheck(policy, known);
  }

  /** Whether the file begins as a ZIP does. */
  public static boolean isDossier(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(4), new byte[] {'P', 'K', 3, 4});
    }
  }

  /** Judges the file. */
  public Finding judge(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      return Finding.of(Reason.TOO_LARGE, Files.size(file), MOST_BYTES);
    }
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      Map<String, ZipEntry> files = files(zip);
      demandListed(zip, files);
      Finding last = chain(zip, files);
      demandOnlyBytes(zip, files, file);
      return last;
    } catch (Misfit e) {
      return e.finding;
    } catch (IOException | IllegalArgumentException broken) {
      return Finding.of(Reason.DOSSIER_UNREADABLE, String.valueOf(broken.getMessage()));
    }
  }

  private static Map<String, ZipEntry> files(ZipFile zip) throws Misfit {
    Map<String, ZipEntry> files = new LinkedHashMap<>();
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      if (files.put(entry.getName(), entry) != null || files.size() > MOST_FILES) {
        throw new Misfit(Reason.DOSSIER_FILE_CHANGED, entry.getName());
      }
    }
    return files;
  }

  private static byte[] read(ZipFile zip, Map<String, ZipEntry> files, String name)
      throws IOException, Misfit {
    ZipEntry entry = files.get(name);
    if (entry == null) {
      throw new Misfit(Reason.DOSSIER_FILE_MISSING, name);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] content = in.readNBytes(MOST_FILE + 1);
      if (content.length > MOST_FILE) {
        throw new Misfit(Reason.DOSSIER_FILE_CHANGED, name);
      }
      return content;
    }
  }

  /** Every file is in the list, or is an entry or a proof; and is what the list says. */
  private static void demandListed(ZipFile zip, Map<String, ZipEntry> files)
      throws IOException, Misfit {
    Set<String> unlisted = new TreeSet<>(files.keySet());
    unlisted.remove(Dossier.CONTENTS);
    String contents = new String(read(zip, files, Dossier.CONTENTS), StandardCharsets.UTF_8);
    for (String line : contents.lines().toList()) {
      String name = line.length() > 66 ? line.substring(66) : line;
      byte[] content = read(zip, files, name);
      if (!(line + "\n").equals(Dossier.line(name, content))) {
        throw new Misfit(Reason.DOSSIER_FILE_CHANGED, name);
      }
      unlisted.remove(name);
    }
    for (String name : unlisted) {
      if (!name.startsWith(Dossier.ENTRIES) && !name.startsWith(Dossier.PROOFS)) {
        throw new Misfit(Reason.DOSSIER_FILE_EXTRA, name);
      }
    }
  }

  private Finding chain(ZipFile zip, Map<String, ZipEntry> files) throws IOException, Misfit {
    long count = files.keySet().stream().filter(one -> one.startsWith(Dossier.ENTRIES)).count();
    long proofs = files.keySet().stream().filter(one -> one.startsWith(Dossier.PROOFS)).count();
    if (count == 0 || proofs != count) {
      throw new Misfit(Reason.DOSSIER_GAP, count);
    }
    String chain = null;
    String note = null;
    byte[] before = null;
    Map<?, ?> entry = Map.of();
    Finding finding = null;
    for (long seq = 1; seq <= count; seq++) {
      byte[] bytes = read(zip, files, Dossier.entry(seq));
      ReceiptCheck.Result result = receipts.judge(read(zip, files, Dossier.proof(seq)));
      finding = result.finding();
      ProofText proof = result.proof().orElse(null);
      if (!finding.verdict().isGenuine() || proof == null) {
        throw new Misfit(finding);
      }
      if (!Arrays.equals(proof.entry(), bytes) || (note != null && !note.equals(proof.note()))) {
        throw new Misfit(Reason.DOSSIER_FILE_CHANGED, Dossier.entry(seq));
      }
      entry = PlainJson.object(new String(bytes, StandardCharsets.UTF_8));
      chain = chain == null ? String.valueOf(entry.get("case")) : chain;
      demandNext(entry, chain, seq, before);
      if (files.containsKey(Dossier.opened(seq))) {
        demandOpens(entry, read(zip, files, Dossier.opened(seq)), Dossier.opened(seq));
      }
      note = proof.note();
      before = Merkle.leaf(bytes);
    }
    demandIssued(entry, Dossier.hash(read(zip, files, Dossier.CONTENTS)));
    Seen seen = finding.seen().orElseThrow();
    return Finding.good(Reason.DOSSIER_FITS, seen, count, seen.checkpoint().size());
  }

  /** One chain without a gap: its name, its numbers, each entry naming the one before. */
  private static void demandNext(Map<?, ?> entry, String chain, long seq, byte[] before)
      throws Misfit {
    Object prev = before == null ? null : HexFormat.of().formatHex(before);
    boolean next =
        chain.equals(entry.get("case"))
            && Long.valueOf(seq).equals(entry.get("seq"))
            && Objects.equals(prev, entry.get("prev"));
    if (!next) {
      throw new Misfit(Reason.DOSSIER_GAP, seq);
    }
  }

  /** The end cannot be cut off: the last entry is the issuing, and names the list of files. */
  private static void demandIssued(Map<?, ?> last, String contents) throws Misfit {
    boolean issued =
        Dossier.ISSUED.equals(last.get("act"))
            && last.get("data") instanceof Map<?, ?> data
            && contents.equals(data.get("contents"));
    if (!issued) {
      throw new Misfit(Reason.DOSSIER_NOT_ISSUED);
    }
  }

  /** Each salt and value gives the commitment that the entry has for the field. */
  private static void demandOpens(Map<?, ?> entry, byte[] opened, String name) throws Misfit {
    Map<String, String> commitments = new HashMap<>();
    if (entry.get("set") instanceof List<?> set) {
      for (Object pair : set) {
        if (pair instanceof List<?> two && two.size() == 2) {
          commitments.put(String.valueOf(two.get(0)), String.valueOf(two.get(1)));
        }
      }
    }
    Map<?, ?> fields = PlainJson.object(new String(opened, StandardCharsets.UTF_8));
    for (Map.Entry<?, ?> field : fields.entrySet()) {
      String id = (String) field.getKey();
      if (!opens(id, field.getValue(), commitments.get(id))) {
        throw new Misfit(Reason.DOSSIER_FIELD, id, name);
      }
    }
  }

  private static boolean opens(String id, Object opening, String commitment) {
    if (commitment == null || !(opening instanceof List<?> parts) || parts.isEmpty()) {
      return false;
    }
    Base64.Decoder base64 = Base64.getUrlDecoder();
    byte[] salt = base64.decode((String) parts.get(0));
    Optional<byte[]> value =
        parts.size() == 1 ? Optional.empty() : Optional.of(base64.decode((String) parts.get(1)));
    return FieldCommitment.of(salt, id, value.orElse(null)).equals(commitment);
  }

  /** Of these files in this order there is one ZIP: no byte between them can differ. */
  private static void demandOnlyBytes(ZipFile zip, Map<String, ZipEntry> files, Path file)
      throws IOException, Misfit {
    try (ComparedStream compared = new ComparedStream(Files.newInputStream(file));
        ZipOutputStream again = Dossier.begin(compared)) {
      for (String name : files.keySet()) {
        Dossier.add(again, name, read(zip, files, name));
      }
      again.finish();
      if (!compared.isSame()) {
        throw new Misfit(Reason.DOSSIER_BYTES);
      }
    }
  }
}
