package org.jejak.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jejak.declarations.Declaration;
import org.jejak.declarations.Interest;

/** Declarations of interests, with what the superior answered. */
@ApplicationScoped
class DeclarationSource implements Source {
  @PersistenceContext EntityManager em;
  @Inject Directory directory;

  @Override
  public Kind kind() {
    return Kind.DECLARATION;
  }

  @Override
  public List<String> present(Collection<String> handles) {
    return em.createQuery(
            "select d.handle from Declaration d where d.handle in :handles", String.class)
        .setParameter("handles", handles)
        .getResultList();
  }

  @Override
  public List<Described> read(Collection<String> handles) {
    if (handles.isEmpty()) {
      return List.of();
    }
    List<Declaration> declarations =
        em.createQuery("select d from Declaration d where d.handle in :handles", Declaration.class)
            .setParameter("handles", handles)
            .getResultList();
    if (declarations.isEmpty()) {
      return List.of();
    }
    Rows<Interest> interests =
        Rows.of(
            em.createQuery(
                "select i from Interest i where i.trail.caseRef in :handles order by i.place",
                Interest.class),
            declarations.stream().map(Declaration::handle).toList());
    Map<String, Directory.Entry> people =
        directory.people(declarations.stream().map(Declaration::declarant).distinct().toList());
    Map<String, String> units = directory.units();
    return declarations.stream()
        .map(
            declaration ->
                describe(
                    declaration,
                    interests.of(declaration.handle()),
                    people.get(declaration.declarant()),
                    units.get(declaration.unit())))
        .toList();
  }

  private static Described describe(
      Declaration declaration, List<Interest> interests, Directory.Entry declarant, String unit) {
    List<String> texts = new ArrayList<>();
    for (Interest interest : interests) {
      texts.addAll(Texts.present(interest.description(), interest.matter().orElse(null)));
    }
    declaration.decision().map(decision -> decision.reason()).ifPresent(texts::add);
    return new Described(
        Kind.DECLARATION,
        declaration.handle(),
        declaration.number().value(),
        "/declarations/" + declaration.number().value(),
        declarant.name() + ", " + declaration.forYear(),
        declaration.filedOn(),
        declaration.stage().name(),
        unit,
        List.of(declarant.name()),
        List.of(declaration.number().value(), declarant.nip().value()),
        texts);
  }
}
