package org.jejak.web.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jejak.base.AgencySettings;
import org.jejak.cases.CaseFile;
import org.jejak.cases.CaseParts;
import org.jejak.cases.CaseSubject;
import org.jejak.cases.DossierRecipient;
import org.jejak.cases.Matter;
import org.jejak.ledger.dossier.Link;
import org.jejak.letters.Pdf;
import org.jejak.web.Formats;
import org.jejak.web.Language;
import org.jejak.web.Words;

/** The part of a dossier for people: the case as its recipient may read it, as HTML for the PDF. */
@RequestScoped
public class DossierPaper {
  private static final int MOST_NOTES = 10_000;
  private static final String STYLE =
      """
      @page { size: A4; margin: 22mm 20mm 20mm;
        @bottom-right { content: counter(page) " / " counter(pages); font: 9pt '%1$s'; } }
      body { font: 10.5pt/1.45 '%1$s'; color: #1b2130; }
      h1 { font-size: 17pt; margin: 0 0 2mm; } h2 { font-size: 12.5pt; margin: 7mm 0 2mm; }
      h3 { font-size: 10.5pt; margin: 4mm 0 1mm; } p { margin: 0 0 2mm; }
      .typed { white-space: pre-wrap; } .meta { color: #4e5668; font-size: 9pt; }
      table { width: 100%%; border-collapse: collapse; } td, th { text-align: left;
        vertical-align: top; padding: 1mm 3mm 1mm 0; border-bottom: 0.3pt solid #dad8cf; }
      th { font-weight: 700; }
      """
          .formatted(Pdf.FONT);

  @Inject CaseParts parts;
  @Inject MatterWords matterWords;
  @Inject AgencySettings agency;
  @Inject Language language;
  @Inject Words words;
  @Inject Clock clock;

  private final StringBuilder html = new StringBuilder();

  /**
   * The paper.
   *
   * @param to to whom it goes, in words
   * @param purpose for what, in words
   */
  byte[] of(
      CaseFile file, List<Link> chain, DossierRecipient recipient, String to, String purpose) {
    String title = words.of("dossier.paper.title", file.number().value());
    html.append("<html lang=\"").append(language.getCode()).append("\"><head><title>");
    text(title).append("</title><meta name=\"subject\" content=\"");
    text(title).append("\"/><style>").append(STYLE).append("</style></head><body><h1>");
    text(title).append("</h1>");
    paragraph("meta", agency.name());
    facts(
        Map.of(
            words.of("dossier.to"),
            to,
            words.of("dossier.recipient"),
            words.plain("dossierrecipient." + recipient),
            words.of("dossier.purpose"),
            purpose,
            words.of("dossier.paper.issued"),
            Formats.moment(clock.instant())));
    heading(words.of("dossier.paper.case"));
    heading3(file.title());
    paragraph("meta", words.plain("casestage." + file.stage()));
    paragraph("typed", file.allegation());
    subjects(file);
    matters(file);
    if (recipient.readsNotes()) {
      notes(file);
    }
    history(chain);
    heading(words.of("dossier.paper.check"));
    paragraph("", words.of("dossier.paper.check.how"));
    html.append("</body></html>");
    return Pdf.of(html.toString());
  }

  private void subjects(CaseFile file) {
    heading(words.of("cases.parties"));
    html.append("<ul>");
    for (CaseSubject subject : parts.subjects(file)) {
      html.append("<li>");
      text(subject.name() + subject.position().map(position -> ", " + position).orElse(""))
          .append("</li>");
    }
    html.append("</ul>");
  }

  private void matters(CaseFile file) {
    heading(words.of("cases.matters"));
    Map<Integer, CaseParts.Found> findings =
        parts.findings(file).stream()
            .collect(Collectors.toMap(CaseParts.Found::matter, Function.identity()));
    for (Matter matter : parts.matters(file)) {
      MatterWords.Shown shown = matterWords.of(file, matter);
      heading3(words.of("cases.matter", matter.no()) + ": " + shown.subject());
      paragraph("", shown.norm());
      paragraph("meta", shown.citation());
      CaseParts.Found found = findings.get(matter.no());
      if (found != null) {
        paragraph(
            "meta", words.of("cases.finding") + ": " + words.plain("proven." + found.proven()));
        paragraph("typed", found.facts());
      }
      matter
          .outcome()
          .ifPresent(
              outcome -> {
                paragraph(
                    "meta", words.of("cases.decision") + ": " + words.plain("outcome." + outcome));
                paragraph("typed", matter.reason().orElse(""));
              });
    }
  }

  private void notes(CaseFile file) {
    heading(words.of("cases.notes"));
    for (CaseParts.Note note : parts.notes(file, 0, MOST_NOTES).reversed()) {
      paragraph("meta", note.author() + ", " + Formats.moment(note.writtenAt()));
      paragraph("typed", note.text());
    }
  }

  private void history(List<Link> chain) {
    heading(words.of("cases.history"));
    html.append("<table><thead><tr><th>");
    text(words.of("ledger.entry.seq")).append("</th><th>");
    text(words.of("ledger.entry.at")).append("</th><th>");
    text(words.of("ledger.entry.act")).append("</th><th>");
    text(words.of("dossier.paper.opened")).append("</th></tr></thead><tbody>");
    for (Link link : chain) {
      html.append("<tr><td>").append(link.seq()).append("</td><td>");
      text(Formats.moment(link.at())).append("</td><td>");
      text(link.act()).append("</td><td>").append(link.opened().size()).append("</td></tr>");
    }
    html.append("</tbody></table>");
  }

  private void facts(Map<String, String> facts) {
    html.append("<table><tbody>");
    facts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            fact -> {
              html.append("<tr><th scope=\"row\">");
              text(fact.getKey()).append("</th><td>");
              text(fact.getValue()).append("</td></tr>");
            });
    html.append("</tbody></table>");
  }

  private void heading(String words) {
    html.append("<h2>");
    text(words).append("</h2>");
  }

  private void heading3(String words) {
    html.append("<h3>");
    text(words).append("</h3>");
  }

  private void paragraph(String look, String words) {
    html.append("<p class=\"").append(look).append("\">");
    text(words).append("</p>");
  }

  /** Text as text, without what a paper cannot hold. */
  private StringBuilder text(String text) {
    text.codePoints()
        .filter(c -> c >= ' ' || c == '\n' || c == '\t')
        .forEach(
            c -> {
              switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                default -> html.appendCodePoint(c);
              }
            });
    return html;
  }
}
