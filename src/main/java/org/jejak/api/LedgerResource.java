package org.jejak.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jejak.base.Refusal;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.ledger.Fault;
import org.jejak.ledger.LogEntries;
import org.jejak.ledger.Verification;
import org.jejak.ledger.Verifications;
import org.jejak.ledger.access.Look;

/** The log for auditors' programs: one entry with its proof, and the last full verification. */
@Path("ledger")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Allow(Permission.VERIFY_LEDGER)
public class LedgerResource {
  @Inject LogEntries entries;
  @Inject Verifications verifications;

  /**
   * One entry.
   *
   * @param entry the stored bytes as text: hash exactly these and nothing read from them
   * @param leaf the leaf hash in hexadecimal
   */
  public record EntryAnswer(
      long index, Instant at, String act, String entry, String leaf, ReceiptAnswer receipt) {}

  /** Something that does not fit; the index is absent where it has none. */
  public record FaultAnswer(
      String kind, Long index, String table, String field, String chain, Long lastGood) {
    static FaultAnswer of(Fault fault) {
      return new FaultAnswer(
          fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          fault.index() < 0 ? null : fault.index(),
          fault.table(),
          fault.field(),
          fault.subject().isEmpty() ? null : fault.subject(),
          fault.lastGood() < 0 ? null : fault.lastGood());
    }
  }

  /**
   * The last full verification.
   *
   * @param whole whether everything fitted
   */
  public record VerificationAnswer(
      boolean whole,
      Instant begunAt,
      Instant endedAt,
      long size,
      String root,
      List<FaultAnswer> faults) {
    static VerificationAnswer of(Verification verification) {
      return new VerificationAnswer(
          verification.isWhole(),
          verification.begunAt(),
          verification.endedAt(),
          verification.size(),
          verification.root(),
          verification.faults().stream().map(FaultAnswer::of).toList());
    }
  }

  @GET
  @Path("entries/{index: [0-9]{1,15}}")
  @Call(says = "One entry of the log with its proof, for auditors.")
  public EntryAnswer entry(@PathParam("index") long index) {
    LogEntries.Detail detail = entries.at(index);
    Look.saw(detail.entry().caseRef());
    return new EntryAnswer(
        index,
        detail.entry().at(),
        detail.entry().act(),
        detail.text(),
        detail.leaf(),
        ReceiptAnswer.of(detail.receipt()));
  }

  @GET
  @Path("verification")
  @Call(says = "What the last full verification of the log found, for auditors.")
  public VerificationAnswer verification() {
    return verifications
        .last()
        .map(VerificationAnswer::of)
        .orElseThrow(() -> Refusal.unknown("a verification"));
  }
}
