package org.jejak.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.jejak.cases.CaseFiles;
import org.jejak.cases.Done;
import org.jejak.web.Shell;
import org.jejak.web.Words;

/** Where one goes after an act on a case, and what one reads there. */
@RequestScoped
public class CaseOutcome {
  @Inject CaseFiles files;
  @Inject Shell shell;
  @Inject Words words;

  /** To the case; to the register where the act has taken the case out of one's sight. */
  String tell(String key, Done done) {
    return tell(key, done, "/cases/file");
  }

  /** As {@link #tell(String, Done)}, to another page about the case. */
  String tell(String key, Done done, String page) {
    shell.tell(words.of(key, done.number().value(), done.entry()));
    return files.numbered(done.file().handle()).isPresent()
        ? page + "?faces-redirect=true&number=" + done.number()
        : "/cases/index?faces-redirect=true";
  }
}
