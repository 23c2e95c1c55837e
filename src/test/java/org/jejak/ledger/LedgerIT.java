package org.jejak.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jejak.TheWar;
import org.jejak.base.Acting;
import org.jejak.base.Actor;
import org.jejak.base.Handle;
import org.jejak.base.Refusal;
import org.jejak.boot.TheDatabase;
import org.jejak.ledger.log.Cosigners;
import org.jejak.ledger.log.Disk;
import org.jejak.ledger.log.Log;
import org.jejak.ledger.log.Obstacle;
import org.jejak.ledger.log.Sequencer;
import org.jejak.ledger.seal.DataKey;
import org.jejak.ledger.seal.Opening;
import org.jejak.ledger.seal.Vault;
import org.jejak.tlog.Checkpoint;
import org.jejak.tlog.Merkle;
import org.jejak.tlog.ProofText;
import org.jejak.tlog.SignedNote;
import org.jejak.tlog.VerifierKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

@ArquillianTest
class LedgerIT {
  private static final Actor ANI = new Actor("ANI", "INVESTIGATOR");
  private static final AtomicLong IDS = new AtomicLong(System.nanoTime());
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Deployment
  static WebArchive war() throws SQLException {
    try (Connection database = TheDatabase.start().asSuperuser();
        Statement statement = database.createStatement();
        ResultSet owner =
            statement.executeQuery(
                "select tableowner from pg_tables where tablename = 'ledger_entry'")) {
      owner.next();
      statement.execute("set role " + owner.getString(1));
      statement.execute(
          "create table ledger_it_thing (id bigint primary key, case_ref varchar(64) not null,"
              + " row_ref varchar(16) not null, seq bigint not null, colour varchar(20),"
              + " version bigint not null)");
      statement.execute("select ledger_guard('ledger_it_thing')");
    }
    return TheWar.with(LedgerIT.class, Thing.class, Paint.class);
  }

  /** All that the tests work with, as the server gives it to a bean. */
  @Dependent
  public static class Beans {
    @Resource(lookup = "java:app/jejak")
    DataSource application;

    @Resource(lookup = "java:app/sequencer")
    DataSource sequencing;

    @Resource ManagedExecutorService executor;
    @Resource ManagedThreadFactory threads;
    @Inject Event<LogGrew> grew;
    @Inject Ledger ledger;
    @Inject Logs logs;
    @Inject LogEntries entries;
    @Inject LedgerSettings settings;
    @Inject Verifications verifications;
    @Inject Seals seals;
    @Inject Vault vault;
    @Inject Paint.Properly paint;
    @Inject Paint.Forgetfully forgetfully;
    @Inject Paint.Secretly secretly;
    @Inject Paint.Aside aside;
    @Inject Heartbeats heartbeats;
    @Inject Beat beat;
    @Inject KeyRoom keyRoom;
    @Inject Recovery recovery;
    @Inject PublishedLog published;

    @Inject
    @ConfigProperty(name = "jejak.data.folder")
    String data;
  }

  private Beans beans;
  private final long id = IDS.incrementAndGet();
  private final String chain = Handle.random();

  @Test
  void rowAndEntryAreWrittenTogether() {
    Acting.run(ANI, () -> here().paint.make(id, chain, "red"));
    assertThat(seqOf(id)).isEqualTo(1);
    Entry entry = here().ledger.newest(chain, Long.MAX_VALUE, 10).get(0);
    assertThat(entry.act()).isEqualTo("thing.painted/1");
    assertThat(entry.who()).isEqualTo("ANI");
    assertThat(entry.role()).isEqualTo("INVESTIGATOR");
    assertThat(entry.seq()).isEqualTo(1);
    assertThat(entry.data().getString("colour")).isEqualTo("red");
    Acting.run(ANI, () -> here().paint.again(id, "blue"));
    assertThat(seqOf(id)).isEqualTo(2);
    assertThat(here().ledger.count(chain)).isEqualTo(2);
  }

  @Test
  void aRowTouchedTwiceStandsUnderItsNewestEntryAndEntriesNameTheOneBefore() throws SQLException {
    here().paint.make(id, chain, "red");
    here().paint.twice(id, "blue", "green");
    assertThat(seqOf(id)).isEqualTo(3);
    List<byte[]> bytes = bytesOf(chain);
    assertThat(Format.parse(bytes.get(0))).doesNotContainKey("prev");
    for (int i = 1; i < 3; i++) {
      assertThat(Format.parse(bytes.get(i)).getString("prev"))
          .isEqualTo(HexFormat.of().formatHex(Merkle.leaf(bytes.get(i - 1))));
    }
    assertThat(Format.parse(bytes.get(1)).getString("req"))
        .isEqualTo(Format.parse(bytes.get(2)).getString("req"));
  }

  @Test
  void oneCommandOverTwoChainsWritesOneEntryToEach() throws SQLException {
    long other = IDS.incrementAndGet();
    String otherChain = Handle.random();
    here().paint.make(id, chain, "red");
    here().paint.make(other, otherChain, "red");
    here().paint.both(id, other, "blue");
    assertThat(here().ledger.count(chain)).isEqualTo(2);
    assertThat(here().ledger.count(otherChain)).isEqualTo(2);
    assertThat(Format.parse(bytesOf(chain).get(1)).getString("req"))
        .isEqualTo(Format.parse(bytesOf(otherChain).get(1)).getString("req"));
  }

  @Test
  void theSetStandsOnTheLastEntryOfACommandAndOpensToWhatTheRowHolds() throws SQLException {
    here().paint.make(id, chain, "red");
    here().paint.twice(id, "blue", "green");
    assertThat(opened(chain, 1))
        .containsOnlyKeys("id", "colour", "version")
        .containsEntry("id", String.valueOf(id))
        .containsEntry("colour", "red");
    assertThat(Format.parse(bytesOf(chain).get(1))).doesNotContainKey("set");
    assertThat(opened(chain, 3))
        .containsOnlyKeys("colour", "version")
        .containsEntry("colour", "green");
    assertThat(here().seals.of(chain).faults()).isEmpty();
  }

  @Test
  void eachChainOfACommandHasTheSetOfItsOwnRows() throws SQLException {
    long other = IDS.incrementAndGet();
    String otherChain = Handle.random();
    here().paint.make(id, chain, "red");
    here().paint.make(other, otherChain, "green");
    here().paint.both(id, other, "blue");
    assertThat(opened(chain, 1)).containsEntry("id", String.valueOf(id));
    assertThat(opened(otherChain, 1)).containsEntry("id", String.valueOf(other));
    assertThat(opened(chain, 2)).containsEntry("colour", "blue").doesNotContainKey("id");
    assertThat(opened(otherChain, 2)).containsEntry("colour", "blue").doesNotContainKey("id");
  }

  @Test
  void aFieldThatBecomesEmptyIsCommittedToAsEmpty() throws SQLException {
    here().paint.make(id, chain, "red");
    here().paint.again(id, null);
    assertThat(opened(chain, 2)).containsEntry("colour", null);
    assertThat(here().seals.of(chain).faults()).isEmpty();
  }

  @Test
  void aRowThatWasSentBeforeTheLastEntryStandsUnderTheLast() throws SQLException {
    here().paint.make(id, chain, "red");
    here().paint.thenSomethingElse(id, "blue");
    assertThat(seqOf(id)).isEqualTo(3);
    assertThat(opened(chain, 3)).containsEntry("colour", "blue");
    assertThat(here().seals.of(chain).faults()).isEmpty();
  }

  @Test
  void aCommandThatFailsLeavesNoKeyBehindUnderWhichTheNextWouldSeal() throws SQLException {
    assertThatThrownBy(() -> here().paint.make(id, chain, "a colour that is far too long"))
        .isInstanceOf(RuntimeException.class);
    String keys = "select count(*) from ledger_key where subject = '" + chain + "'";
    assertThat(number(keys)).isZero();
    here().paint.make(id, chain, "red");
    assertThat(number(keys)).isEqualTo(1);
    assertThat(opened(chain, 1)).containsEntry("colour", "red");
  }

  @Test
  void theSealBreaksOnTheEditedCaseOnly() throws SQLException {
    String other = Handle.random();
    here().paint.make(id, chain, "red");
    here().paint.make(IDS.incrementAndGet(), other, "red");
    try (Connection superuser = superuser();
        Statement attack = superuser.createStatement()) {
      attack.execute("alter table ledger_it_thing disable trigger user");
      try {
        attack.execute("update ledger_it_thing set colour = 'blue' where id = " + id);
        Seals.Seal broken = here().seals.of(chain);
        assertThat(broken.state()).isEqualTo(Seals.State.BROKEN);
        assertThat(broken.faults())
            .extracting(Fault::kind, Fault::table, Fault::subject)
            .containsExactly(tuple(Fault.Kind.ROW_DIFFERS, "ledger_it_thing", chain));
        assertThat(broken.faults().get(0).field()).endsWith("/colour");
        assertThat(here().seals.of(other).state()).isNotEqualTo(Seals.State.BROKEN);
      } finally {
        attack.execute("update ledger_it_thing set colour = 'red' where id = " + id);
        for (String trigger :
            List.of("ledger_recorded", "ledger_no_delete", "ledger_no_truncate")) {
          attack.execute("alter table ledger_it_thing enable always trigger " + trigger);
        }
      }
    }
    assertThat(here().seals.of(chain).state()).isNotEqualTo(Seals.State.BROKEN);
  }

  @Test
  void aCommandThatForgetsItsEntryChangesNothing() {
    here().paint.make(id, chain, "red");
    assertThatThrownBy(() -> here().forgetfully.again(id, "blue"))
        .isInstanceOf(RuntimeException.class);
    assertThat(colourOf(id)).isEqualTo("red");
    assertThat(here().ledger.count(chain)).isEqualTo(1);
  }

  @Test
  void aChangeOutsideACommandIsRefused() {
    here().paint.make(id, chain, "red");
    assertThatThrownBy(() -> here().secretly.again(id, "blue"))
        .isInstanceOf(RuntimeException.class);
    assertThat(colourOf(id)).isEqualTo("red");
  }

  @Test
  void plainSqlOfTheApplicationIsRefusedAtCommit() throws SQLException {
    here().paint.make(id, chain, "red");
    try (Connection connection = here().application.getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(
              () ->
                  statement.execute("update ledger_it_thing set colour = 'blue' where id = " + id))
          .hasMessageContaining("changed without an entry");
      assertThatThrownBy(() -> statement.execute("delete from ledger_it_thing where id = " + id))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> statement.execute("update ledger_entry set case_seq = 7"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> statement.execute("update ledger_head set size = 0"))
          .hasMessageContaining("permission denied");
    }
    assertThat(colourOf(id)).isEqualTo("red");
  }

  @Test
  void evenAReplicatingSuperuserMeetsTheTriggers() throws SQLException {
    here().paint.make(id, chain, "red");
    try (Connection superuser = superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute("set session_replication_role = replica");
      for (String attack :
          List.of(
              "delete from ledger_it_thing where id = " + id,
              "truncate ledger_it_thing",
              "delete from ledger_entry",
              "update ledger_entry set case_seq = case_seq + 1",
              "truncate ledger_entry",
              "update ledger_leaf set idx = idx + 1",
              "truncate ledger_node",
              "delete from ledger_head",
              "delete from ledger_checkpoint")) {
        assertThatThrownBy(() -> statement.execute(attack))
            .as(attack)
            .hasMessageContaining("is refused: the ledger and what it records only grow");
      }
      assertThatThrownBy(() -> statement.execute("update ledger_it_thing set colour = 'blue'"))
          .hasMessageContaining("changed without an entry");
    }
  }

  @Test
  void aRecordedRowIsNeverRemoved() {
    here().paint.make(id, chain, "red");
    assertThatThrownBy(() -> here().paint.remove(id)).isInstanceOf(RuntimeException.class);
    assertThat(colourOf(id)).isEqualTo("red");
  }

  @Test
  void theSameRequestIsRecordedOnce() {
    String request = Handle.random();
    here().paint.make(id, chain, "red");
    Acting.as(ANI, request, () -> painted("blue"));
    assertThatThrownBy(() -> Acting.as(ANI, request, () -> painted("green")))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("request.repeated"));
    assertThat(colourOf(id)).isEqualTo("blue");
    assertThat(here().ledger.count(chain)).isEqualTo(2);
  }

  @Test
  void twoCommandsOfOneRequestAreBothRecorded() {
    Acting.run(
        ANI,
        () -> {
          here().paint.make(id, chain, "red");
          here().paint.again(id, "blue");
        });
    assertThat(here().ledger.count(chain)).isEqualTo(2);
  }

  @Test
  void whoeverIsSlowerIsToldAndOverwritesNothing() {
    here().paint.make(id, chain, "red");
    assertThatThrownBy(
            () ->
                here()
                    .paint
                    .afterAnother(
                        id, "green", () -> elsewhere(() -> here().paint.again(id, "blue"))))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.STALE));
    assertThat(colourOf(id)).isEqualTo("blue");
    assertThat(here().ledger.count(chain)).isEqualTo(2);
  }

  @Test
  void eightWritersOnOneChainLeaveNoGap() throws Exception {
    List<Future<?>> writers = new ArrayList<>();
    for (int writer = 0; writer < 8; writer++) {
      writers.add(
          here()
              .executor
              .submit(
                  () -> {
                    for (int i = 0; i < 5; i++) {
                      here().paint.make(IDS.incrementAndGet(), chain, "red");
                    }
                  }));
    }
    for (Future<?> writer : writers) {
      writer.get(60, TimeUnit.SECONDS);
    }
    List<Long> numbers =
        here().ledger.newest(chain, Long.MAX_VALUE, 100).stream().map(Entry::seq).sorted().toList();
    assertThat(numbers).isEqualTo(LongStream.rangeClosed(1, 40).boxed().toList());
    assertThat(await(chain, 40).state()).isEqualTo(Receipt.State.LOGGED);
    assertThat(here().verifications.run().faults()).isEmpty();
  }

  @Test
  void aReceiptProvesItsEntryToSomebodyWhoHasOnlyTheKey() {
    here().paint.make(id, chain, "red");
    Receipt receipt = await(chain, 1);
    ProofText proof = ProofText.parse(receipt.proof());
    assertThat(proof.isProvenBy(here().ledger.verifierKey())).isTrue();
    assertThat(proof.index()).isEqualTo(receipt.index());
    assertThat(Format.entry(receipt.index(), proof.entry()).caseRef()).isEqualTo(chain);
    assertThat(here().ledger.receipt(receipt.id()).orElseThrow().index())
        .isEqualTo(receipt.index());
    assertThat(here().entries.at(receipt.index()).receipt().id()).isEqualTo(receipt.id());
  }

  @Test
  void verificationNamesAChangedByteAndADeletedEntryAndNothingInACleanLog() throws Exception {
    here().paint.make(id, chain, "red");
    String other = Handle.random();
    here().paint.make(IDS.incrementAndGet(), other, "red");
    here().paint.again(id, "blue");
    long changed = await(chain, 1).index();
    long deleted = await(other, 1).index();
    await(chain, 2);
    assertThat(here().verifications.run().faults()).isEmpty();

    try (Connection superuser = superuser();
        Statement attack = superuser.createStatement()) {
      attack.execute("alter table ledger_entry disable trigger all");
      try {
        attack.execute(
            "create table ledger_it_kept as select e.* from ledger_entry e join ledger_leaf l"
                + " on l.entry_id = e.id where l.log = 'records' and l.idx in (%d, %d)"
                    .formatted(changed, deleted));
        attack.execute(
            ("update ledger_entry e set bytes = set_byte(bytes, 10, get_byte(bytes, 10) # 1)"
                    + " from ledger_leaf l where l.entry_id = e.id and l.log = 'records'"
                    + " and l.idx = %d")
                .formatted(changed));
        attack.execute(
            "delete from ledger_entry e using ledger_leaf l where l.entry_id = e.id"
                + " and l.log = 'records' and l.idx = "
                + deleted);

        Verification found = here().verifications.run();
        assertThat(found.isWhole()).isFalse();
        assertThat(found.faults())
            .extracting(Fault::kind, Fault::index, Fault::table)
            .containsExactlyInAnyOrder(
                tuple(Fault.Kind.BYTES_CHANGED, changed, "ledger_entry"),
                tuple(Fault.Kind.ENTRY_MISSING, deleted, "ledger_entry"),
                tuple(Fault.Kind.ROW_UNKNOWN, -1L, "ledger_it_thing"));
        assertThat(found.faults().get(0).lastGood()).isEqualTo(changed - 1);
        assertThat(here().verifications.last().orElseThrow()).isEqualTo(found);
      } finally {
        attack.execute("delete from ledger_entry where id in (select id from ledger_it_kept)");
        attack.execute(
            "insert into ledger_entry overriding system value select * from ledger_it_kept");
        attack.execute("drop table ledger_it_kept");
        attack.execute("alter table ledger_entry enable always trigger ledger_no_delete");
        attack.execute("alter table ledger_entry enable always trigger ledger_no_truncate");
      }
    }
    assertThat(here().verifications.run().faults()).isEmpty();
  }

  @Test
  void aSecondSequencerMeetsTheFirstAndTheLogNeverForks(@TempDir Path folder) throws IOException {
    Sequencer second = sequencer(folder);
    second.start(here().threads);
    try {
      for (int i = 0; i < 30; i++) {
        here().paint.make(IDS.incrementAndGet(), chain, "red");
      }
      await(chain, 30);
      assertThat(second.obstacle()).isEmpty();
    } finally {
      second.end();
    }
    assertThat(assertClean().size()).isGreaterThanOrEqualTo(30);
  }

  @Test
  void anOlderStateThanTheOnePublishedStopsTheLog(@TempDir Path folder) throws Exception {
    Checkpoint ahead = new Checkpoint(here().settings.origin(), 1_000_000, new byte[32]);
    Files.createDirectories(folder.resolve("records"));
    Files.writeString(
        folder.resolve("records/checkpoint"), here().logs.records().keys().sign(ahead).toString());
    Sequencer restored = sequencer(folder);
    restored.start(here().threads);
    try {
      Obstacle obstacle = restored.obstacle().orElseThrow();
      assertThat(obstacle.kind()).isEqualTo(Obstacle.Kind.RESTORED);
      assertThat(obstacle.why()).contains("an older state was restored");
    } finally {
      restored.end();
    }
  }

  @Test
  void theHeadIsWhatThePublishedCheckpointSays() throws Exception {
    here().paint.make(id, chain, "red");
    await(chain, 1);
    SignedNote note = SignedNote.parse(storedNote());
    assertThat(note.isSignedBy(here().ledger.verifierKey())).isTrue();
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    assertThat(checkpoint.origin()).isEqualTo(here().settings.origin());
    assertThat(Base64.getEncoder().encodeToString(checkpoint.root())).hasSize(44);
    assertThat(here().entries.at(0).entry().act()).isEqualTo("log.begun/1");
    assertThat(here().entries.at(0).entry().data().getString("origin"))
        .isEqualTo(here().settings.origin());
  }

  @Test
  void anotherLogHasItsOwnOriginKeyTreeAndPublication() throws Exception {
    String name = "side-" + Handle.random(8).toLowerCase(Locale.ROOT);
    Log side = Acting.call(Actor.system("test"), Handle.random(), () -> here().logs.open(name));
    assertThat(side.origin()).isEqualTo(here().settings.origin(name)).endsWith("/" + name);
    assertThat(here().aside.write(name, chain)).isEqualTo(1);
    here().logs.awaitGrowth(name, 0, PATIENCE);
    assertThat(here().logs.size(name)).isEqualTo(1);
    SignedNote note = SignedNote.parse(awaitPublished(name));
    assertThat(note.isSignedBy(side.keys().verifier())).isTrue();
    assertThat(here().logs.records().keys().signed(note)).isFalse();
    assertThat(Checkpoint.parse(note.text()).origin()).isEqualTo(side.origin());
    assertThat(here().published.daily(name)).contains(note.toString());
    assertThat(here().published.isPublic(name)).isFalse();
    assertThat(here().published.keys()).contains(side.keys().verifier().toString());
    assertThat(here().logs.open(name)).as("opened again").isSameAs(side);
    assertThat(here().ledger.newest("system", Long.MAX_VALUE, 20))
        .as("recorded in records")
        .anyMatch(
            entry ->
                entry.act().equals("log.begun/1")
                    && entry.data().getString("key").equals(side.keys().verifier().toString()));
  }

  @Test
  void aNewKeySignsBesideTheFormerOneAndAlone() throws Exception {
    here().paint.make(id, chain, "red");
    ProofText old = ProofText.parse(await(chain, 1).proof());
    VerifierKey former = here().ledger.verifierKey();
    assertThatThrownBy(() -> here().keyRoom.retire()).hasMessageContaining("only one key signs");
    here().keyRoom.rotate();
    VerifierKey next = here().ledger.verifierKey();
    assertThat(next).isNotEqualTo(former);
    here().paint.again(id, "blue");
    ProofText both = ProofText.parse(await(chain, 2).proof());
    assertThat(both.isProvenBy(next)).isTrue();
    assertThat(both.isProvenBy(former)).isTrue();
    assertThatThrownBy(() -> here().keyRoom.rotate()).hasMessageContaining("two keys sign already");
    here().keyRoom.retire();
    here().paint.again(id, "green");
    ProofText alone = ProofText.parse(await(chain, 3).proof());
    assertThat(alone.isProvenBy(former)).isFalse();
    assertThat(alone.isProvenBy(next)).isTrue();
    assertThat(old.isProvenBy(former)).as("what it signed").isTrue();
    assertThat(assertClean().size()).isPositive();
  }

  @Test
  void aDayHasOneHeartbeat() {
    here().heartbeats.look();
    here().heartbeats.look();
    Heartbeats otherNode = new Heartbeats();
    otherNode.beat = here().beat;
    otherNode.clock = Clock.systemUTC();
    otherNode.look();
    assertThat(
            number(
                "select count(*) from ledger_entry where log = 'records'"
                    + " and convert_from(bytes, 'UTF8') like '{\"act\":\"ledger.heartbeat/1\"%'"
                    + " and request_id = 'heartbeat-' || (now() at time zone 'utc')::date"))
        .isEqualTo(1);
  }

  @Test
  void nothingIsRefilledWhereNothingIsMissing() {
    assertThat(here().recovery.isNeeded()).isFalse();
    assertThatThrownBy(() -> here().recovery.refill())
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("ledger.whole"));
  }

  private String awaitPublished(String name) throws IOException, InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (here().published.checkpoint(name).isEmpty() && System.nanoTime() < until) {
      Thread.sleep(20);
    }
    return here().published.checkpoint(name).orElseThrow();
  }

  /** Looked up when first asked for: the client side, where there is no container, never asks. */
  private Beans here() {
    if (beans == null) {
      beans = CDI.current().select(Beans.class).get();
    }
    return beans;
  }

  private Boolean painted(String colour) {
    here().paint.again(id, colour);
    return true;
  }

  private void elsewhere(Runnable work) {
    try {
      here().executor.submit(work).get(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  private Receipt await(String ofChain, long seq) {
    Receipt receipt = here().ledger.await(ofChain, seq, PATIENCE).orElseThrow();
    assertThat(receipt.state()).isEqualTo(Receipt.State.LOGGED);
    return receipt;
  }

  private Verification assertClean() {
    try {
      Verification verification = here().verifications.run();
      assertThat(verification.faults()).isEmpty();
      return verification;
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Sequencer sequencer(Path publication) throws IOException {
    LedgerSettings settings = here().settings;
    Log log =
        new Log(
            Ledger.RECORDS,
            settings.origin(),
            settings.keyFile(),
            publication,
            new Disk(),
            Clock.systemUTC());
    log.open(true, key -> false);
    return new Sequencer(
        log,
        here().sequencing,
        Duration.ofMillis(50),
        new Sequencer.Limits(1000, 0),
        Cosigners.NONE,
        size -> {});
  }

  private long seqOf(long thing) {
    return number("select seq from ledger_it_thing where id = " + thing);
  }

  private String colourOf(long thing) {
    try (Connection connection = here().application.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select colour from ledger_it_thing where id = " + thing)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private long number(String query) {
    try (Connection connection = here().application.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String storedNote() throws SQLException {
    try (Connection connection = here().application.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select note from ledger_head where log = 'records'")) {
      row.next();
      return row.getString(1);
    }
  }

  /** What the set of this entry opens to, by column. */
  private Map<String, String> opened(String ofChain, long seq) throws SQLException {
    JsonObject entry = Format.parse(bytesOf(ofChain).get((int) seq - 1));
    Map<String, String> values = new HashMap<>();
    try (Connection connection = here().application.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select d.field, d.sealed, d.key_id from ledger_disclosure d"
                    + " join ledger_entry e on e.id = d.entry_id where e.receipt_id = ?")) {
      select.setString(1, entry.getString("n"));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String field = row.getString(1);
          DataKey key =
              here().vault.read(connection, List.of(row.getString(3))).get(row.getString(3));
          Opening opening =
              Opening.open(key, entry.getString("n"), field, row.getBytes(2)).orElseThrow();
          assertThat(entry.getJsonArray("set").toString())
              .contains("[\"%s\",\"%s\"]".formatted(field, opening.commitment()));
          values.put(
              field.substring(field.lastIndexOf('/') + 1),
              opening.value() == null ? null : new String(opening.value(), StandardCharsets.UTF_8));
        }
      }
    }
    assertThat(entry.getJsonArray("set")).hasSameSizeAs(values.keySet());
    return values;
  }

  private List<byte[]> bytesOf(String ofChain) throws SQLException {
    List<byte[]> bytes = new ArrayList<>();
    try (Connection connection = here().application.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select bytes from ledger_entry where case_ref = ? order by case_seq")) {
      select.setString(1, ofChain);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          bytes.add(rows.getBytes(1));
        }
      }
    }
    return bytes;
  }

  private Connection superuser() throws SQLException {
    Properties secrets = new Properties();
    try (Reader reader =
        Files.newBufferedReader(
            Path.of(here().data, "secrets.properties"), StandardCharsets.UTF_8)) {
      secrets.load(reader);
      String port = Files.readString(Path.of(here().data, "pg.port")).strip();
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/jejak");
      return source.getConnection("postgres", secrets.getProperty("superuser.password"));
    } catch (IOException e) {
      throw new SQLException("no superuser here", e);
    }
  }
}
