package org.jejak.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jejak.cases.CaseFile;
import org.jejak.cases.Matter;
import org.jejak.rules.LawBook;
import org.jejak.rules.Norm;
import org.jejak.web.Language;
import org.jejak.web.Words;

/** An alleged breach in the words of the law, in the language of the request. */
@RequestScoped
public class MatterWords {
  @Inject LawBook law;
  @Inject Language language;
  @Inject Words words;

  /** What one matter is about. */
  public record Shown(int no, String subject, String track, String norm, String citation) {}

  Shown of(CaseFile file, Matter matter) {
    Optional<Norm> norm = law.norms().on(file.happened().day(), matter.norm());
    return new Shown(
        matter.no(),
        matter.accused().name(),
        words.plain("track." + matter.track()),
        norm.map(one -> one.text(language.getLocale())).orElse(matter.norm()),
        norm.map(Norm::citation).orElse(""));
  }
}
