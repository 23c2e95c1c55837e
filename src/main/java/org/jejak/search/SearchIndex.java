package org.jejak.search;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.jejak.base.Acting;
import org.jejak.base.Actor;
import org.jejak.ledger.LogGrew;

/**
 * Follows the log and keeps the index of its files.
 *
 * <p>An entry names a chain; whatever file stands under that handle is read again and its document
 * replaced, so that doing an entry twice is harmless. While a lost index is made anew, the old one,
 * if there is one, goes on answering.
 */
@ApplicationScoped
public class SearchIndex {
  private static final System.Logger LOG = System.getLogger(SearchIndex.class.getName());
  private static final long PAUSE_AFTER_FAILURE_MILLIS = 2000;

  @Resource ManagedThreadFactory threads;
  @Inject SearchSettings settings;
  @Inject Changes log;

  private final Semaphore nudge = new Semaphore(0);
  private volatile boolean running = true;
  private volatile IndexFolder serving;
  private IndexFolder next;
  private Thread follower;

  void start(@Observes Startup deployed) {
    follower = threads.newThread(() -> Acting.run(Actor.system("search"), this::follow));
    follower.setName("jejak-search");
    follower.setDaemon(true);
    follower.start();
  }

  void wake(@ObservesAsync LogGrew grown) {
    nudge.release();
  }

  @PreDestroy
  void stop() {
    running = false;
    nudge.release();
    try {
      if (follower != null) {
        follower.join(TimeUnit.SECONDS.toMillis(5));
      }
      if (serving != null) {
        serving.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException("the search index could not be closed", e);
    }
  }

  /** What to search in; empty while there is nothing yet. */
  Optional<SearcherManager> searchers() {
    return Optional.ofNullable(serving).map(IndexFolder::searchers);
  }

  /** The log's index of the last entry that a search would find; -1 for none. */
  public long position() {
    IndexFolder index = serving;
    return index == null ? -1 : index.position();
  }

  private void follow() {
    AskedWords.warmUp();
    while (running) {
      try {
        if (serving == null || !serving.isThere()) {
          openOrRebuild();
        }
        while (running && catchUp(serving)) {}
        await(settings.poll().toMillis());
      } catch (LockObtainFailedException inUse) {
        LOG.log(System.Logger.Level.ERROR, "another process holds the search index", inUse);
        await(PAUSE_AFTER_FAILURE_MILLIS);
      } catch (IOException | AlreadyClosedException damaged) {
        LOG.log(System.Logger.Level.ERROR, "the search index failed; it is made anew", damaged);
        giveUp();
        await(PAUSE_AFTER_FAILURE_MILLIS);
      } catch (RuntimeException failed) {
        LOG.log(
            System.Logger.Level.WARNING, "search stopped at " + position() + "; retrying", failed);
        await(PAUSE_AFTER_FAILURE_MILLIS);
      }
    }
  }

  private void openOrRebuild() throws IOException {
    IndexFolder old = serving;
    if (old == null) {
      serving = IndexFolder.open(settings.folder(), log.logSize()).orElse(null);
    }
    if (serving == null || !serving.isThere()) {
      rebuild(old);
    }
    serving.removeOthers();
  }

  /** Without an old one the new index answers while it grows; else when it has caught up. */
  private void rebuild(IndexFolder old) throws IOException {
    if (next == null) {
      next = IndexFolder.create(settings.folder());
      LOG.log(System.Logger.Level.INFO, "search index is made anew");
    }
    while (old != null && running && catchUp(next)) {}
    serving = next;
    next = null;
    if (old != null) {
      closeQuietly(old);
    }
  }

  /** After a failure of the disk under it; the next round begins with a new folder. */
  private void giveUp() {
    for (IndexFolder broken : new IndexFolder[] {serving, next}) {
      if (broken != null) {
        closeQuietly(broken);
      }
    }
    serving = null;
    next = null;
  }

  private static void closeQuietly(IndexFolder index) {
    try {
      index.close();
    } catch (IOException | AlreadyClosedException gone) {
      LOG.log(System.Logger.Level.DEBUG, "an index that is gone could not be closed", gone);
    }
  }

  /** One batch; false where there was nothing left to do. */
  private boolean catchUp(IndexFolder index) throws IOException {
    Changes.Batch batch = log.after(index.position());
    if (batch.position() == index.position()) {
      return false;
    }
    for (Changes.Change change : batch.changes()) {
      Term id = IndexedDocument.id(change.kind(), change.handle());
      if (change.file() == null) {
        index.remove(id);
      } else {
        index.put(id, IndexedDocument.of(change.file()));
      }
    }
    if (batch.erased()) {
      index.expunge(batch.position());
    } else {
      index.commit(batch.position());
    }
    return true;
  }

  private void await(long millis) {
    try {
      if (nudge.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
        nudge.drainPermits();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }
}
