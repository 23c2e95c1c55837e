package org.jejak.insight;

import static org.jejak.ledger.seal.Secrecy.Level.PLAIN;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jejak.base.Handle;
import org.jejak.ledger.Recorded;
import org.jejak.ledger.Subject;
import org.jejak.ledger.Trail;
import org.jejak.ledger.access.OutsideFiles;
import org.jejak.ledger.seal.Secrecy;

/** A report as it was issued: a period, its figures, and the place in the log they rest on. */
@Entity
@Secrecy(PLAIN)
@OutsideFiles
@Table(name = "integrity_report")
@CheckReturnValue
public class IntegrityReport implements Recorded {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "integrity_report_seq")
  @SequenceGenerator(
      name = "integrity_report_seq",
      sequenceName = "integrity_report_seq",
      allocationSize = 50)
  private Long id;

  @Column(updatable = false)
  private String handle;

  @Column(updatable = false)
  private ReportNumber number;

  @Column(name = "from_month", updatable = false)
  private LocalDate fromMonth;

  @Column(name = "to_month", updatable = false)
  private LocalDate toMonth;

  @Column(updatable = false)
  private long position;

  @Column(updatable = false)
  private String figures;

  @Column(updatable = false)
  private String hash;

  @Column(name = "issued_by", updatable = false)
  private String issuedBy;

  @Column(name = "issued_at", updatable = false)
  private Instant issuedAt;

  @Embedded private Trail trail;
  @Version private long version;

  protected IntegrityReport() {}

  IntegrityReport(Period period, Figures shown, String issuedBy, Instant issuedAt) {
    FrozenFigures frozen = FrozenFigures.of(shown);
    this.handle = Handle.random();
    this.trail = Trail.of(Subject.of(handle));
    this.number = ReportNumber.random();
    this.fromMonth = period.from().atDay(1);
    this.toMonth = period.to().atDay(1);
    this.position = shown.position();
    this.figures = frozen.text();
    this.hash = frozen.hash();
    this.issuedBy = issuedBy;
    this.issuedAt = issuedAt;
  }

  InsightEvent.ReportIssued issued() {
    return new InsightEvent.ReportIssued(Subject.of(handle), period().written(), position, hash);
  }

  public ReportNumber number() {
    return number;
  }

  public String handle() {
    return handle;
  }

  public Period period() {
    return new Period(YearMonth.from(fromMonth), YearMonth.from(toMonth));
  }

  /** The figures as they were shown. */
  public Figures figures() {
    return new FrozenFigures(figures).thaw();
  }

  /** Whether the figures are still those whose hash stands beside them. */
  public boolean isWhole() {
    return new FrozenFigures(figures).hash().equals(hash);
  }

  /** SHA-256 of the figures, as the report's entry in the log has it. */
  public String hash() {
    return hash;
  }

  public long position() {
    return position;
  }

  public String issuedBy() {
    return issuedBy;
  }

  public Instant issuedAt() {
    return issuedAt;
  }

  @Override
  public Trail trail() {
    return trail;
  }
}
