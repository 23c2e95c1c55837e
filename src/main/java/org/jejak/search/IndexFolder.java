package org.jejak.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BooleanSimilarity;
import org.apache.lucene.store.FSDirectory;

/** One index on disk, with its place in the ledger. Only the follower's thread writes to it. */
final class IndexFolder implements Closeable {
  private static final String PREFIX = "index-";
  private static final String POSITION = "position";
  private static final String SHAPE = "shape";

  private final Path path;
  private final FSDirectory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private volatile long position;

  private IndexFolder(Path path) throws IOException {
    this.path = path;
    this.directory = FSDirectory.open(path);
    this.writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig(IndonesianWords.ofIndex())
                .setSimilarity(new BooleanSimilarity())
                .setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0))
                .setCommitOnClose(false));
    this.searchers = new SearcherManager(writer, new Unranked());
    this.position = -1;
  }

  /** An empty index beside the others, readable by our own user only. */
  static IndexFolder create(Path root) throws IOException {
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    Files.createDirectories(root, ownerOnly);
    Files.setPosixFilePermissions(root, ownerOnly.value());
    Path path = Files.createTempDirectory(root, PREFIX, ownerOnly);
    IndexFolder created = new IndexFolder(path);
    created.commit(-1);
    return created;
  }

  /** The newest index that is whole, of today's shape, and not ahead of the log. */
  static Optional<IndexFolder> open(Path root, long logSize) throws IOException {
    for (Path path : all(root)) {
      Optional<Long> position = wholeUpTo(path);
      if (position.isPresent() && position.get() < logSize) {
        IndexFolder opened = new IndexFolder(path);
        opened.position = position.get();
        return Optional.of(opened);
      }
    }
    return Optional.empty();
  }

  /** Removes every index but this one. */
  void removeOthers() throws IOException {
    for (Path other : all(path.getParent())) {
      if (!other.equals(path)) {
        removeTree(other);
      }
    }
  }

  /** False when somebody took the folder away under us; what is open would not notice. */
  boolean isThere() {
    return Files.isDirectory(path);
  }

  void put(Term id, Document document) throws IOException {
    writer.updateDocument(id, document);
  }

  void remove(Term id) throws IOException {
    writer.deleteDocuments(id);
  }

  /** Content and place become durable together, and visible to searches. */
  void commit(long newPosition) throws IOException {
    writer.setLiveCommitData(
        Map.of(POSITION, Long.toString(newPosition), SHAPE, IndexedDocument.SHAPE).entrySet());
    writer.commit();
    searchers.maybeRefreshBlocking();
    position = newPosition;
  }

  /**
   * Leaves nothing on the disk of what was taken out: Lucene only marks it, until it writes the
   * segment anew. Then commits, as {@link #commit}.
   */
  void expunge(long newPosition) throws IOException {
    writer.forceMergeDeletes();
    commit(newPosition);
    writer.deleteUnusedFiles(); // those that older searchers kept open until now
  }

  /** The log's index of the last entry that is in here; -1 for none. */
  long position() {
    return position;
  }

  SearcherManager searchers() {
    return searchers;
  }

  @Override
  public void close() throws IOException {
    searchers.close();
    writer.close();
    directory.close();
  }

  private static List<Path> all(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
          .sorted(Comparator.comparing((Path folder) -> folder.toFile().lastModified()).reversed())
          .toList();
    }
  }

  /** Reads every byte against its checksum; empty where anything is wrong. */
  private static Optional<Long> wholeUpTo(Path path) {
    try (FSDirectory directory = FSDirectory.open(path);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        ((CodecReader) leaf.reader()).checkIntegrity();
      }
      Map<String, String> data = reader.getIndexCommit().getUserData();
      return IndexedDocument.SHAPE.equals(data.get(SHAPE))
          ? Optional.of(Long.parseLong(data.get(POSITION)))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException damaged) {
      System.getLogger(IndexFolder.class.getName())
          .log(System.Logger.Level.WARNING, "search index " + path + " is damaged", damaged);
      return Optional.empty();
    }
  }

  private static void removeTree(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  /** Constant weight for each word: how rare it is elsewhere would tell of files out of sight. */
  private static final class Unranked extends SearcherFactory {
    @Override
    public IndexSearcher newSearcher(
        org.apache.lucene.index.IndexReader reader, org.apache.lucene.index.IndexReader previous) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setSimilarity(new BooleanSimilarity());
      searcher.setQueryCache(null);
      return searcher;
    }
  }
}
