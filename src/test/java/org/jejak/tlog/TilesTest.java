package org.jejak.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class TilesTest {
  @Test
  void pathsAreThoseOfTlogTiles() {
    assertThat(Tiles.path(0, 1234067, 256)).isEqualTo("tile/0/x001/x234/067");
    assertThat(Tiles.path(0, 0, 256)).isEqualTo("tile/0/000");
    assertThat(Tiles.path(1, 999, 17)).isEqualTo("tile/1/999.p/17");
    assertThat(Tiles.path(1, 1000, 1)).isEqualTo("tile/1/x001/000.p/1");
    assertThat(Tiles.bundlePath(273, 112)).isEqualTo("tile/entries/273.p/112");
  }

  @Test
  void aTreeOfSeventyThousandHasTheTilesTheSpecificationCounts() {
    long size = 70_000;
    assertThat(Tiles.width(size, 0, 272)).isEqualTo(256);
    assertThat(Tiles.width(size, 0, 273)).isEqualTo(112);
    assertThat(Tiles.width(size, 0, 274)).isZero();
    assertThat(Tiles.width(size, 1, 0)).isEqualTo(256);
    assertThat(Tiles.width(size, 1, 1)).isEqualTo(17);
    assertThat(Tiles.width(size, 2, 0)).isEqualTo(1);
    assertThat(Tiles.count(size, 3)).isZero();
  }

  @Test
  void aCheckpointIsReadAsItWasWritten() {
    Checkpoint checkpoint = new Checkpoint("example.org/log", 20852163, Trees.leaf(0));
    assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
    assertThat(checkpoint.text())
        .isEqualTo(
            "example.org/log\n20852163\n"
                + Base64.getEncoder().encodeToString(Trees.leaf(0))
                + "\n");
  }

  @Test
  void whatIsNotACheckpointIsRefused() {
    String root = Base64.getEncoder().encodeToString(Trees.leaf(0));
    for (String bad :
        List.of(
            "",
            "origin\n5\n",
            "\n5\n" + root + "\n",
            "origin\n05\n" + root + "\n",
            "origin\n-1\n" + root + "\n",
            "origin\n5\nAAAA\n",
            "origin\n5\n" + root)) {
      assertThatThrownBy(() -> Checkpoint.parse(bad))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aProofTextProvesItsEntryOffline() {
    SigningKey key = SigningKey.generate("example.org/log");
    List<byte[]> leaves = Trees.leaves(300);
    Proofs proofs = new Proofs(Trees.tiles(leaves), 300);
    Checkpoint checkpoint = new Checkpoint("example.org/log", 300, proofs.root());
    String note = SignedNote.sign(checkpoint.text(), key).toString();
    byte[] entry = "leaf 217".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    String text = new ProofText(entry, 217, proofs.inclusion(217), note).toString();

    assertThat(text).startsWith("c2sp.org/tlog-proof@v1\nextra bGVhZiAyMTc=\nindex 217\n");
    assertThat(text).endsWith("\n\n" + note);
    ProofText read = ProofText.parse(text);
    assertThat(read.isProvenBy(key.verifier())).isTrue();
    assertThat(read).hasToString(text);

    assertThat(ProofText.parse(text.replace("index 217", "index 216")).isProvenBy(key.verifier()))
        .isFalse();
    assertThat(
            ProofText.parse(text.replace("bGVhZiAyMTc", "bGVhZiAyMTg")).isProvenBy(key.verifier()))
        .isFalse();
    assertThat(ProofText.parse(text.replace("\n300\n", "\n299\n")).isProvenBy(key.verifier()))
        .isFalse();
    assertThat(read.isProvenBy(SigningKey.generate("example.org/log").verifier())).isFalse();
    assertThat(read.isProvenBy(new VerifierKey("example.org/other", key.verifier().point())))
        .isFalse();
  }
}
