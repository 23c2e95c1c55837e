package org.jejak.bad.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jejak.ledger.Recorded;
import org.jejak.ledger.Subject;
import org.jejak.ledger.Trail;

/** An entity that everybody can change and that loses its rows. */
@Entity
public class OpenEntity implements Recorded {
  @Id public Long id;
  private String stage;

  @OneToMany(orphanRemoval = true)
  private List<OpenEntity> others;

  public void setStage(String stage) {
    this.stage = stage;
  }

  String advance(String to) {
    this.stage = to;
    return to;
  }

  public String stage() {
    return stage + others;
  }

  @Override
  public Trail trail() {
    return Trail.of(Subject.SYSTEM);
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void forget(EntityManager em) {
    em.remove(this);
  }
}
