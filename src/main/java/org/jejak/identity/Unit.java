package org.jejak.identity;

import static org.jejak.ledger.seal.Secrecy.Level.PLAIN;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Objects;
import java.util.Optional;
import org.jejak.base.Handle;
import org.jejak.ledger.Recorded;
import org.jejak.ledger.Subject;
import org.jejak.ledger.Trail;
import org.jejak.ledger.access.OutsideFiles;
import org.jejak.ledger.seal.Secrecy;

/** A part of the agency. */
@Entity
@Secrecy(PLAIN)
@OutsideFiles
@Table(name = "unit")
@CheckReturnValue
public class Unit implements Recorded {
  /** What sort of unit it is. */
  public enum Kind {
    AGENCY,
    BUREAU,
    OFFICE,
    DIVISION,
    SECTION,
    DISTRICT,
    OTHER
  }

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "unit_seq")
  @SequenceGenerator(name = "unit_seq", sequenceName = "unit_seq", allocationSize = 50)
  private Long id;

  @Column(updatable = false)
  private String handle;

  @Column(updatable = false)
  private String code;

  private String name;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "parent_id")
  private Unit parent;

  @Embedded private Trail trail;
  @Version private long version;

  protected Unit() {}

  Unit(String code) {
    this.handle = Handle.random();
    this.code = code;
    this.trail = Trail.of(Subject.of(handle));
  }

  /** Takes over what the batch says; empty where it says nothing new. */
  Optional<IdentityEvent.UnitRecorded> record(String newName, Kind newKind, Unit newParent) {
    if (newName.equals(name) && newKind == kind && Objects.equals(newParent, parent)) {
      return Optional.empty();
    }
    this.name = newName;
    this.kind = newKind;
    this.parent = newParent;
    String above = newParent == null ? null : newParent.handle;
    return Optional.of(new IdentityEvent.UnitRecorded(Subject.of(handle), newKind, above));
  }

  public String handle() {
    return handle;
  }

  public String code() {
    return code;
  }

  public String name() {
    return name;
  }

  public Kind kind() {
    return kind;
  }

  public Optional<Unit> parent() {
    return Optional.ofNullable(parent);
  }

  @Override
  public Trail trail() {
    return trail;
  }
}
