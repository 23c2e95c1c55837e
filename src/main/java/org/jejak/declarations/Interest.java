package org.jejak.declarations;

import static org.jejak.ledger.seal.Secrecy.Level.NARRATIVE;
import static org.jejak.ledger.seal.Secrecy.Level.PLAIN;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.util.Optional;
import org.jejak.base.Refusal;
import org.jejak.ledger.Recorded;
import org.jejak.ledger.Subject;
import org.jejak.ledger.Trail;
import org.jejak.ledger.seal.Narrative;
import org.jejak.ledger.seal.Secrecy;

/** One private interest named in a declaration. */
@Entity
@Secrecy(PLAIN)
public class Interest implements Recorded {
  /** Most letters of a description. */
  public static final int MAX_DESCRIPTION = 2000;

  /** Most letters of a matter. */
  public static final int MAX_MATTER = 500;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "interest_seq")
  @SequenceGenerator(name = "interest_seq", sequenceName = "interest_seq", allocationSize = 50)
  private Long id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "declaration_id", updatable = false)
  private Declaration declaration;

  private int place;
  private String source;

  @Enumerated(EnumType.STRING)
  private InterestNature nature;

  @Secrecy(NARRATIVE)
  private Narrative description;

  @Secrecy(NARRATIVE)
  private Narrative matter;

  @Embedded private Trail trail;

  @Version
  @Column(name = "version")
  private long version;

  protected Interest() {}

  Interest(Declaration declaration, int place, Stated stated) {
    this.declaration = declaration;
    this.place = place;
    this.source = stated.source();
    this.nature = stated.nature();
    this.description = Narrative.of(declaration.declarant(), stated.description().strip());
    boolean touches = stated.matter() != null && !stated.matter().isBlank();
    this.matter = touches ? Narrative.of(declaration.declarant(), stated.matter().strip()) : null;
    if (nature == InterestNature.ACTUAL && !touches) {
      throw Refusal.invalid(
          "declaration.matter-missing",
          "interest %d is actual: name the matter it touches".formatted(place),
          place);
    }
    this.trail = Trail.of(declaration.subject());
  }

  /**
   * An interest as it was stated.
   *
   * @param source code SRC-… of {@code rules/coi_types.csv}
   * @param matter the matter it touches; needed for an actual one, else {@code null} or blank
   */
  public record Stated(String source, InterestNature nature, String description, String matter) {}

  @Override
  public Subject describes() {
    return declaration.describes();
  }

  /** Its order in the declaration, from 1. */
  public int place() {
    return place;
  }

  public String source() {
    return source;
  }

  public InterestNature nature() {
    return nature;
  }

  public String description() {
    return description.text();
  }

  public Optional<String> matter() {
    return Optional.ofNullable(Narrative.textOf(matter));
  }

  @Override
  public Trail trail() {
    return trail;
  }
}
