package org.jejak.ledger;

import com.google.errorprone.annotations.CheckReturnValue;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A recorded row that exists only in {@link LedgerIT}. */
@Entity
@Table(name = "ledger_it_thing")
@CheckReturnValue
public class Thing implements Recorded {
  @Id private long id;
  @Embedded private Trail trail;
  private String colour;
  @Version private long version;

  @EventName("thing.painted/1")
  record Painted(Subject subject, String colour) implements LedgerEvent {}

  protected Thing() {}

  Thing(long id, String chain) {
    this.id = id;
    this.trail = Trail.of(Subject.of(chain));
  }

  Painted paint(String newColour) {
    colour = newColour;
    return new Painted(Subject.of(trail.caseRef()), newColour);
  }

  String colour() {
    return colour;
  }

  @Override
  public Trail trail() {
    return trail;
  }
}
