package org.jejak.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ProofsTest {
  private static final int MOST = 600;
  private static final List<byte[]> LEAVES = Trees.leaves(MOST);
  private static final Tiles TILES = Trees.tiles(LEAVES);

  @Property(tries = 2000)
  void everyLeafIsProvenAndNothingElseIs(
      @ForAll @IntRange(min = 1, max = MOST) int size,
      @ForAll @IntRange(min = 0, max = MOST - 1) int any,
      @ForAll @IntRange(min = 0, max = 2047) int bit) {
    int index = any % size;
    Proofs proofs = new Proofs(TILES, size);
    byte[] root = root(size);
    List<byte[]> proof = proofs.inclusion(index);
    byte[] leaf = LEAVES.get(index);
    assertThat(proofs.root()).isEqualTo(root);
    assertThat(Proofs.included(leaf, index, proof, size, root)).isTrue();

    assertThat(Proofs.included(flip(leaf, bit), index, proof, size, root)).isFalse();
    assertThat(Proofs.included(leaf, index, proof, size, flip(root, bit))).isFalse();
    assertThat(Proofs.included(leaf, index, longer(proof, root), size, root)).isFalse();
    assertThat(Proofs.included(leaf, size, proof, size, root)).isFalse();
    assertThat(Proofs.included(leaf, -1, proof, size, root)).isFalse();
    if (size > 1) {
      assertThat(Proofs.included(leaf, (index + 1) % size, proof, size, root)).isFalse();
      assertThat(Proofs.included(leaf, index, flipOne(proof, bit), size, root)).isFalse();
      List<byte[]> shorter = proof.subList(0, proof.size() - 1);
      assertThat(Proofs.included(leaf, index, shorter, size, root)).isFalse();
    }
  }

  @Property(tries = 2000)
  void everyBeginningIsProvenAndNothingElseIs(
      @ForAll @IntRange(min = 1, max = MOST) int later,
      @ForAll @IntRange(min = 1, max = MOST) int any,
      @ForAll @IntRange(min = 0, max = 2047) int bit) {
    int earlier = 1 + (any - 1) % later;
    byte[] before = root(earlier);
    byte[] after = root(later);
    List<byte[]> proof = new Proofs(TILES, later).consistency(earlier);
    assertThat(Proofs.consistent(earlier, before, later, after, proof)).isTrue();

    assertThat(Proofs.consistent(earlier, flip(before, bit), later, after, proof)).isFalse();
    assertThat(Proofs.consistent(earlier, before, later, flip(after, bit), proof)).isFalse();
    assertThat(Proofs.consistent(earlier, before, later, after, longer(proof, after))).isFalse();
    assertThat(Proofs.consistent(later + 1, before, later, after, proof)).isFalse();
    if (earlier < later) {
      assertThat(Proofs.consistent(earlier, before, later, after, flipOne(proof, bit))).isFalse();
      assertThat(Proofs.consistent(earlier, before, later, after, List.of())).isFalse();
      assertThat(Proofs.consistent(later, before, earlier, after, proof)).isFalse();
    }
  }

  @Test
  void allPairsUpToSixHundredHold() {
    List<byte[]> roots = new ArrayList<>();
    for (int size = 0; size <= MOST; size++) {
      roots.add(root(size));
    }
    for (int later = 1; later <= MOST; later++) {
      Proofs proofs = new Proofs(cached(), later);
      for (int m = 1; m <= later; m++) {
        assertThat(
                Proofs.consistent(m, roots.get(m), later, roots.get(later), proofs.consistency(m)))
            .as("%d is the beginning of %d", m, later)
            .isTrue();
        assertThat(
                Proofs.included(
                    LEAVES.get(m - 1), m - 1, proofs.inclusion(m - 1), later, roots.get(later)))
            .as("leaf %d is in %d", m - 1, later)
            .isTrue();
      }
    }
  }

  @Test
  void theEmptyTreeBeginsEveryTree() {
    byte[] empty = root(0);
    assertThat(Proofs.consistent(0, empty, 5, root(5), List.of())).isTrue();
    assertThat(Proofs.consistent(0, root(1), 5, root(5), List.of())).isFalse();
    assertThat(new Proofs(TILES, 5).consistency(0)).isEmpty();
  }

  @Test
  void thereIsNoProofBeyondTheTree() {
    Proofs proofs = new Proofs(TILES, 5);
    assertThatThrownBy(() -> proofs.inclusion(5)).hasMessage("no leaf 5 in a tree of 5");
    assertThatThrownBy(() -> proofs.consistency(6)).hasMessage("a tree of 5 has no beginning of 6");
  }

  @Property(tries = 200)
  void anEdgeLoadedFromTilesGrowsAsTheOneThatNeverStopped(
      @ForAll @IntRange(min = 0, max = MOST) int from,
      @ForAll @IntRange(min = 0, max = MOST) int to) {
    Edge edge = new Edge(TILES, Math.min(from, to));
    List<String> nodes = new ArrayList<>();
    while (edge.size() < to) {
      edge.add(LEAVES.get((int) edge.size()), (level, n, hash) -> nodes.add(level + "/" + n));
    }
    assertThat(edge.root()).isEqualTo(root(Math.max(to, Math.min(from, to))));
    int complete = to / 256 - Math.min(from, to) / 256;
    assertThat(nodes).hasSize(complete);
  }

  private static Tiles cached() {
    java.util.Map<String, List<byte[]>> read = new java.util.HashMap<>();
    return (level, n, width) ->
        read.computeIfAbsent(level + "/" + n + "/" + width, key -> TILES.tile(level, n, width));
  }

  private static byte[] root(int size) {
    return Merkle.root(LEAVES.subList(0, size));
  }

  private static byte[] flip(byte[] hash, int bit) {
    byte[] flipped = hash.clone();
    flipped[bit / 8 % flipped.length] ^= (byte) (1 << (bit % 8));
    return flipped;
  }

  private static List<byte[]> flipOne(List<byte[]> proof, int bit) {
    List<byte[]> changed = new ArrayList<>(proof);
    int which = bit % proof.size();
    changed.set(which, flip(proof.get(which), bit));
    return changed;
  }

  private static List<byte[]> longer(List<byte[]> proof, byte[] more) {
    List<byte[]> changed = new ArrayList<>(proof);
    changed.add(more);
    return changed;
  }
}
