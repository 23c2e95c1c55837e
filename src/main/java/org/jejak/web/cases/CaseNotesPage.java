package org.jejak.web.cases;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jejak.cases.AddNote;
import org.jejak.cases.CaseParts;
import org.jejak.cases.Done;
import org.jejak.cases.EditNote;
import org.jejak.web.Formats;
import org.jejak.web.Words;

/** Page {@code /cases/notes.xhtml}. */
@Named
@RequestScoped
public class CaseNotesPage {
  private static final int AT_ONCE = 50;

  @Inject CaseHead head;
  @Inject CaseOutcome outcome;
  @Inject CaseParts parts;
  @Inject AddNote addNote;
  @Inject EditNote editNote;
  @Inject Words words;

  private Integer note;
  private String text;
  private Long seen;
  private CaseParts.Note current;

  @PostConstruct
  void takeNote() {
    int asked = head.asked("note", "note");
    note = asked == 0 ? null : asked;
  }

  /** Refuses a note that is not there, before the page is drawn. */
  public void open() {
    head.open();
    if (note != null) {
      text = current().text();
      seen = (long) current().revision();
    }
  }

  public List<CaseParts.Note> getAll() {
    return parts.notes(head.getFile(), 0, AT_ONCE);
  }

  public boolean isEditing() {
    return note != null;
  }

  public String save() {
    Done done =
        isEditing()
            ? editNote.run(new EditNote.Request(head.getFile().number(), note, text, seen))
            : addNote.run(new AddNote.Request(head.getFile().number(), text));
    return outcome.tell("cases.notes.done", done, "/cases/notes");
  }

  /** Whether somebody else was faster. */
  public boolean isOvertaken() {
    return isEditing() && seen != null && seen != current().revision();
  }

  /** Who, and when. */
  public String getOvertaker() {
    return words.of("cases.overtaken", current().author(), Formats.time(current().writtenAt()));
  }

  /** The wording that stands now. */
  public String getStanding() {
    return current().text();
  }

  private CaseParts.Note current() {
    if (current == null) {
      current = parts.note(head.getFile(), note);
    }
    return current;
  }

  public Integer getNote() {
    return note;
  }

  public void setNote(Integer note) {
    this.note = note;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  /** Who has now been shown the newer wording may replace it. */
  public Long getSeen() {
    return isOvertaken() ? Long.valueOf(current().revision()) : seen;
  }

  public void setSeen(Long seen) {
    this.seen = seen;
  }
}
