package org.jejak.web.cases;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jejak.cases.CaseParts;
import org.jejak.cases.Done;
import org.jejak.cases.Matter;
import org.jejak.cases.RecordFindings;
import org.jejak.web.Formats;
import org.jejak.web.Words;

/** Page {@code /cases/findings.xhtml}. */
@Named
@RequestScoped
public class CaseFindingsPage {
  @Inject CaseHead head;
  @Inject CaseOutcome outcome;
  @Inject CaseParts parts;
  @Inject MatterWords matterWords;
  @Inject RecordFindings recordFindings;
  @Inject Words words;

  private int matter;
  private Boolean proven;
  private String facts;
  private Long seen;

  @PostConstruct
  void takeMatter() {
    matter = head.asked("matter", "finding");
  }

  /** Refuses a matter that is not there, before the page is drawn. */
  public void open() {
    head.open();
    seen = current().version();
    finding()
        .ifPresent(
            found -> {
              proven = found.proven();
              facts = found.facts();
            });
  }

  public String record() {
    Done done =
        recordFindings.run(
            new RecordFindings.Request(
                head.getFile().number(),
                List.of(new RecordFindings.Found(matter, proven, facts, seen)),
                null));
    return outcome.tell("cases.findings.done", done, "/cases/matters");
  }

  /** What the finding is about, in words. */
  public MatterWords.Shown getShown() {
    return matterWords.of(head.getFile(), current());
  }

  /** Whether somebody else was faster. */
  public boolean isOvertaken() {
    return seen != null && seen != current().version() && finding().isPresent();
  }

  /** Who, and when. */
  public String getOvertaker() {
    return finding()
        .map(found -> words.of("cases.overtaken", found.author(), Formats.time(found.writtenAt())))
        .orElse("");
  }

  /** What stands now. */
  public String getStanding() {
    return finding().map(CaseParts.Found::facts).orElse("");
  }

  private Matter current() {
    return parts.matter(head.getFile(), matter);
  }

  private Optional<CaseParts.Found> finding() {
    return parts.findings(head.getFile()).stream()
        .filter(found -> found.matter() == matter)
        .findFirst();
  }

  public int getMatter() {
    return matter;
  }

  public void setMatter(int matter) {
    this.matter = matter;
  }

  public Boolean getProven() {
    return proven;
  }

  public void setProven(Boolean proven) {
    this.proven = proven;
  }

  public String getFacts() {
    return facts;
  }

  public void setFacts(String facts) {
    this.facts = facts;
  }

  /** Who has now been shown the newer finding may correct it. */
  public Long getSeen() {
    return isOvertaken() ? Long.valueOf(current().version()) : seen;
  }

  public void setSeen(Long seen) {
    this.seen = seen;
  }
}
