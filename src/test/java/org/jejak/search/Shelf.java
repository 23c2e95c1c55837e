package org.jejak.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;

/** A real index of a few files, numbered from 0. */
final class Shelf implements AutoCloseable {
  private final Path root;
  private final IndexFolder index;

  private Shelf(List<Described> files) throws IOException {
    root = Files.createTempDirectory("shelf");
    index = IndexFolder.create(root);
    for (Described file : files) {
      index.put(IndexedDocument.id(file.kind(), file.handle()), IndexedDocument.of(file));
    }
    index.commit(files.size() - 1);
  }

  static Shelf with(String... texts) throws IOException {
    return new Shelf(numbered(Arrays.asList(texts), List.of()));
  }

  static Shelf withCodes(List<List<String>> codes) throws IOException {
    return new Shelf(numbered(codes.stream().map(c -> "berkas").toList(), codes));
  }

  static Described file(int number, String text, List<String> codes) {
    return new Described(
        Kind.CASE,
        "H" + number,
        "2026-00000" + number,
        "/cases/" + number,
        "berkas",
        LocalDate.of(2026, 1, 1).plusDays(number),
        "case.OPEN",
        null,
        List.of(),
        codes,
        List.of(text));
  }

  private static List<Described> numbered(List<String> texts, List<List<String>> codes) {
    List<Described> files = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      files.add(file(i, texts.get(i), codes.isEmpty() ? List.of() : codes.get(i)));
    }
    return files;
  }

  /** The numbers of the files that fit. */
  List<Integer> find(String typed) throws IOException {
    IndexSearcher searcher = index.searchers().acquire();
    try {
      List<Integer> found = new ArrayList<>();
      for (ScoreDoc hit : searcher.search(AskedWords.of(typed).query(), 100).scoreDocs) {
        String handle = searcher.storedFields().document(hit.doc).get(IndexedDocument.HANDLE);
        found.add(Integer.parseInt(handle.substring(1)));
      }
      return found;
    } finally {
      index.searchers().release(searcher);
    }
  }

  @Override
  public void close() throws IOException {
    index.close();
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
