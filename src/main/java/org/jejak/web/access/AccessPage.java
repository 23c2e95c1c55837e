package org.jejak.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jejak.base.Slice;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.identity.Person;
import org.jejak.ledger.access.AccessLog;
import org.jejak.ledger.access.Look;
import org.jejak.ledger.access.LookKind;
import org.jejak.web.Words;

/**
 * Page {@code /ledger/access/index.xhtml}: who saw this file, what did this person see; without
 * either, what was refused. To look at looks is a look.
 */
@Named
@RequestScoped
@Allow(Permission.SEE_ACCESS)
public class AccessPage {
  private static final int SIZE = 25;
  private static final int LAST_PAGE = Slice.COUNTED / SIZE;

  @Inject AccessLog log;
  @Inject AccessQuestion question;
  @Inject FileNumbers fileNumbers;
  @Inject AccessCsv csv;
  @Inject Words words;

  private int page = 1;
  private Slice<AccessLog.Row> slice;
  private Map<String, String> numbers;

  /** Asks once; nothing where the file or the person is not known. */
  public void open() {
    noteLook(LookKind.OPENED);
    slice =
        isUnknown()
            ? new Slice<>(List.of(), 0, true)
            : log.page(question.asked(), (page - 1) * SIZE, SIZE);
    numbers =
        fileNumbers.of(
            slice.rows().stream().flatMap(row -> row.files().stream()).collect(Collectors.toSet()));
  }

  /** Sends the whole answer as a table for other programs. */
  public void export() throws IOException {
    noteLook(LookKind.EXPORTED);
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext external = faces.getExternalContext();
    external.setResponseContentType("text/csv; charset=UTF-8");
    external.setResponseHeader(
        "Content-Disposition", "attachment; filename=\"" + words.of("access.csv.name") + ".csv\"");
    external.setResponseHeader("Cache-Control", "no-store");
    csv.write(question.asked(), external.getResponseOutputStream());
    faces.responseComplete();
  }

  private void noteLook(LookKind kind) {
    Look.as(kind);
    question.file().ifPresent(Look::saw);
    question.person().map(Person::handle).ifPresent(Look::about);
  }

  /** Whether what was asked for is nobody and nothing. */
  public boolean isUnknown() {
    return question.isNumberUnknown() || question.isNipUnknown();
  }

  public Slice<AccessLog.Row> getSlice() {
    return slice;
  }

  /** The numbers of the row's files; what has no number is no file that people know. */
  public List<String> numbers(AccessLog.Row row) {
    return row.files().stream().map(numbers::get).filter(number -> number != null).toList();
  }

  /** What the list below shows, as its heading. */
  public String getHeading() {
    String who = question.person().map(Person::name).orElse("");
    if (question.file().isPresent()) {
      return who.isEmpty()
          ? words.of("access.of-file", question.getNumber())
          : words.of("access.of-both", question.getNumber(), who);
    }
    return who.isEmpty() ? words.of("access.refused") : words.of("access.of-person", who);
  }

  public int getSize() {
    return SIZE;
  }

  public int getPage() {
    return page;
  }

  public void setPage(int page) {
    this.page = Math.clamp(page, 1, LAST_PAGE);
  }
}
