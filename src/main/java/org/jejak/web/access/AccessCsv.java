package org.jejak.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jejak.ledger.access.AccessLog;
import org.jejak.web.Words;

/** Looks as a table for a spreadsheet, read and sent in lots, however many there are. */
@RequestScoped
public class AccessCsv {
  private static final int LOT = 500;
  private static final String BYTE_ORDER_MARK = "\uFEFF"; // or spreadsheets read another alphabet
  private static final List<String> COLUMNS =
      List.of("at", "who", "nip", "kind", "part", "files", "hits", "about", "entry");

  @Inject AccessLog log;
  @Inject AccessWords accessWords;
  @Inject FileNumbers fileNumbers;
  @Inject Words words;

  /** Writes the answer to the question, newest first. */
  public void write(AccessLog.Question question, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.write(BYTE_ORDER_MARK);
    CSVFormat format = CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get();
    try (CSVPrinter table = new CSVPrinter(text, format)) {
      table.printRecord(COLUMNS.stream().map(name -> words.of("access.csv." + name)).toList());
      AccessLog.Row last = null;
      do {
        List<AccessLog.Row> rows = log.after(question, last, LOT);
        Set<String> files =
            rows.stream().flatMap(row -> row.files().stream()).collect(Collectors.toSet());
        Map<String, String> numbers = fileNumbers.of(files);
        for (AccessLog.Row row : rows) {
          table.printRecord(cells(row, numbers));
        }
        last = rows.size() < LOT ? null : rows.getLast();
      } while (last != null);
    }
  }

  private List<String> cells(AccessLog.Row row, Map<String, String> numbers) {
    return Stream.of(
            row.at().toString(),
            accessWords.who(row),
            accessWords.nip(row),
            words.of("lookkind." + row.kind()),
            accessWords.part(row),
            row.files().stream()
                .map(file -> numbers.getOrDefault(file, ""))
                .filter(number -> !number.isEmpty())
                .collect(Collectors.joining(" ")),
            row.hits() == null ? "" : row.hits().toString(),
            accessWords.about(row),
            row.log() + "/" + row.person() + "/" + row.seq())
        .map(AccessCsv::harmless)
        .toList();
  }

  /** A cell that a spreadsheet would run as a formula becomes text. */
  static String harmless(String cell) {
    return !cell.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
