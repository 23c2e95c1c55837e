package org.jejak.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFolderTest {
  @TempDir Path temp;

  private Path root() {
    return temp.resolve("search");
  }

  private void write(long position, String text) throws IOException {
    try (IndexFolder index = IndexFolder.create(root())) {
      Described file = Shelf.file(1, text, List.of());
      index.put(IndexedDocument.id(file.kind(), file.handle()), IndexedDocument.of(file));
      index.commit(position);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> tree = Files.walk(root())) {
      return tree.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void placeAndContentComeBackTogether() throws IOException {
    write(41, "pungutan");
    try (IndexFolder again = IndexFolder.open(root(), 42).orElseThrow()) {
      assertThat(again.position()).isEqualTo(41);
      IndexSearcher searcher = again.searchers().acquire();
      assertThat(searcher.count(AskedWords.of("pungutan").query())).isEqualTo(1);
      again.searchers().release(searcher);
    }
  }

  @Test
  void anIndexThatIsAheadOfTheLogBelongsToAnotherLog() throws IOException {
    write(41, "pungutan");
    assertThat(IndexFolder.open(root(), 41)).isEmpty();
  }

  @Test
  void aFlippedByteIsNoticed() throws IOException {
    write(41, "pungutan");
    Path largest =
        files().stream().filter(file -> file.toString().endsWith(".cfs")).findFirst().orElseThrow();
    byte[] bytes = Files.readAllBytes(largest);
    bytes[bytes.length / 2] ^= 1;
    Files.write(largest, bytes);
    assertThat(IndexFolder.open(root(), 42)).isEmpty();
  }

  @Test
  void nothingOfWhatWasErasedStaysOnTheDisk() throws IOException {
    String story = "kuintansirahasia";
    try (IndexFolder index = IndexFolder.create(root())) {
      for (int i = 1; i <= 50; i++) {
        Described file = Shelf.file(i, i == 7 ? story : "pungutan", List.of());
        index.put(IndexedDocument.id(file.kind(), file.handle()), IndexedDocument.of(file));
      }
      index.commit(1);
      Described erased = Shelf.file(7, story, List.of());
      index.remove(IndexedDocument.id(erased.kind(), erased.handle()));
      index.commit(2);
      assertThat(filesWith(story)).as("Lucene only marks what is removed").isNotEmpty();
      index.expunge(3);
      assertThat(filesWith(story)).isEmpty();
    }
  }

  @Test
  void aDocumentThatIsGoneIsMissed() throws IOException {
    try (IndexFolder index = IndexFolder.create(root())) {
      List<IndexCheck.Place> places = new ArrayList<>();
      for (int i = 1; i <= 3; i++) {
        Described file = Shelf.file(i, "pungutan", List.of());
        index.put(IndexedDocument.id(file.kind(), file.handle()), IndexedDocument.of(file));
        places.add(new IndexCheck.Place(file.kind(), file.handle()));
      }
      index.commit(1);
      assertThat(missing(index, places)).as("control").isEmpty();
      index.remove(IndexedDocument.id(places.get(1).kind(), places.get(1).handle()));
      index.commit(2);
      assertThat(missing(index, places)).containsExactly(places.get(1));
    }
  }

  private static List<IndexCheck.Place> missing(IndexFolder index, List<IndexCheck.Place> places)
      throws IOException {
    IndexSearcher searcher = index.searchers().acquire();
    try {
      return IndexCheck.missing(searcher, places);
    } finally {
      index.searchers().release(searcher);
    }
  }

  private List<Path> filesWith(String text) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path file : files()) {
      if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
        found.add(file);
      }
    }
    return found;
  }

  @Test
  void aKillDuringTheVeryFirstCommitLeavesNothingToOpen() throws IOException {
    Files.createDirectories(root().resolve("index-1"));
    Files.write(root().resolve("index-1/pending_segments_1"), new byte[] {1});
    assertThat(IndexFolder.open(root(), 42)).isEmpty();
  }

  @Test
  void noTextIsStored() throws IOException {
    write(41, "Rahasiasekali tertulis disini");
    for (Path file : files()) {
      String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
      assertThat(bytes).doesNotContain("Rahasiasekali").doesNotContain("tertulis disini");
    }
  }

  @Test
  void onlyOurOwnUserReadsIt() throws IOException {
    write(41, "pungutan");
    try (Stream<Path> tree = Files.walk(root())) {
      for (Path folder : tree.filter(Files::isDirectory).toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
            .isEqualTo("rwx------");
      }
    }
  }
}
