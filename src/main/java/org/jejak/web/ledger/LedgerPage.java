package org.jejak.web.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jejak.base.Actor;
import org.jejak.identity.Allow;
import org.jejak.identity.People;
import org.jejak.identity.Permission;
import org.jejak.identity.Person;
import org.jejak.ledger.Entry;
import org.jejak.ledger.Fault;
import org.jejak.ledger.Ledger;
import org.jejak.ledger.LogEntries;
import org.jejak.ledger.Verification;
import org.jejak.ledger.Verifications;
import org.jejak.ledger.witness.Witnesses;
import org.jejak.web.Formats;
import org.jejak.web.Words;

/** Page {@code /ledger/index.xhtml}: the last verification, a new one, the newest entries. */
@Named
@RequestScoped
@Allow(Permission.VERIFY_LEDGER)
public class LedgerPage {
  private static final int SIZE = 25;

  @Inject Ledger ledger;
  @Inject LogEntries entries;
  @Inject Verifications verifications;
  @Inject People people;
  @Inject Witnesses witnesses;
  @Inject Words words;

  private Long before;
  private Long number;
  private List<Entry> rows;
  private Optional<Verification> last;
  private Long size;

  /** Begins a verification and shows the page on which it can be watched. */
  public String verify() {
    verifications.begin();
    return "/ledger/index?faces-redirect=true";
  }

  /** Asked every second while a verification runs; shows its result when it has ended. */
  public void look() throws IOException {
    if (!verifications.isRunning()) {
      FacesContext faces = FacesContext.getCurrentInstance();
      faces
          .getExternalContext()
          .redirect(faces.getExternalContext().getRequestContextPath() + "/ledger");
    }
  }

  /** Goes to the entry whose number was typed. */
  public String open() {
    return number == null ? null : "/ledger/entry?faces-redirect=true&index=" + number;
  }

  public boolean isRunning() {
    return verifications.isRunning();
  }

  public int getPercent() {
    return verifications.percent();
  }

  /** Why the last verification did not come to its end; empty when it did. */
  public String getFailure() {
    return verifications.failure().orElse("");
  }

  /** Why nothing can be recorded now; empty while all is well. */
  public String getObstacle() {
    return ledger.obstacle().orElse("");
  }

  /** The last verification; {@code null} before the first. */
  public Verification getLast() {
    if (last == null) {
      last = verifications.last();
    }
    return last.orElse(null);
  }

  /** How the seal looks: whole, waiting or broken. */
  public String getSeal() {
    if (getLast() == null) {
      return "waiting";
    }
    return getLast().isWhole() ? "whole" : "broken";
  }

  /** What the last verification found, in one sentence. */
  public String getVerdict() {
    Verification found = getLast();
    if (found == null) {
      return words.of("ledger.never");
    }
    Duration took = Duration.between(found.begunAt(), found.endedAt());
    return words.of(
        found.isWhole() ? "ledger.whole" : "ledger.broken",
        Formats.moment(found.endedAt()),
        found.size(),
        found.faults().size(),
        Math.round(took.toMillis() / 100.0) / 10.0);
  }

  /** What does not fit, in words. */
  public String sentence(Fault fault) {
    return words.of("ledger.fault." + fault.kind().name());
  }

  /** Where it does not fit: number, table, field. */
  public String place(Fault fault) {
    return fault.index() < 0
        ? words.of("ledger.fault.place.none", fault.table(), fault.field())
        : words.of("ledger.fault.place", fault.index(), fault.table(), fault.field());
  }

  /** The last entry before it that fits, and who wrote it. */
  public String lastGood(Fault fault) {
    return fault.lastGood() < 0
        ? words.of("ledger.fault.none-good")
        : words.of("ledger.fault.last-good", fault.lastGood(), author(fault.author()));
  }

  /** The one who acted: a person's name, a job, or the public. */
  public String author(String handle) {
    if (Actor.PUBLIC.handle().equals(handle)) {
      return words.of("ledger.public");
    }
    if (new Actor(handle, "").isSystem()) {
      return words.of("ledger.system", handle.substring("system/".length()));
    }
    return people.byHandle(handle).map(Person::name).orElse(handle);
  }

  /** The entries of this page of the list, newest first. */
  public List<Entry> getRows() {
    if (rows == null) {
      rows = entries.newest(before == null ? Long.MAX_VALUE : before, SIZE);
    }
    return rows;
  }

  /** Whether there are older entries than those shown. */
  public boolean isOlder() {
    return !getRows().isEmpty() && getRows().getLast().index() > 0;
  }

  /** The number below which the next page begins. */
  public long getOldest() {
    return getRows().isEmpty() ? 0 : getRows().getLast().index();
  }

  public long getSize() {
    if (size == null) {
      size = ledger.size();
    }
    return size;
  }

  /** How many witnesses there are. */
  public int getWitnesses() {
    return witnesses.states().size();
  }

  /** How many of them are enough; 0 where there are none. */
  public int getQuorum() {
    return getWitnesses() == 0 ? 0 : witnesses.quorum();
  }

  public String getKey() {
    return ledger.verifierKey().toString();
  }

  public Long getBefore() {
    return before;
  }

  public void setBefore(Long before) {
    this.before = before;
  }

  public Long getNumber() {
    return number;
  }

  public void setNumber(Long number) {
    this.number = number;
  }
}
