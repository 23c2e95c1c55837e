package org.jejak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** SQL that would slip past the ledger's guard has no place outside ledger and boot. */
class RecordedTablesTest {
  private static final Pattern GUARDED = Pattern.compile("ledger_guard\\('(\\w+)'\\)");

  private static Set<String> recordedTables() {
    Set<String> tables = new TreeSet<>();
    Sources.below("src/main/resources/db/migration", ".sql")
        .values()
        .forEach(sql -> tables.addAll(Sources.all(GUARDED, sql)));
    return tables;
  }

  /** What writes to a recorded or ledger table by hand, and what changes rows in bulk by JPQL. */
  private static List<String> offences(Map<Path, String> sources, Set<String> recorded) {
    Pattern writes =
        Pattern.compile(
            "\"\\s*(?i:insert\\s+into|update|delete\\s+from|truncate(?:\\s+table)?)\\s+(ledger_\\w+|"
                + String.join("|", recorded)
                + ")\\b");
    Pattern jpqlBulk = Pattern.compile("createQuery\\(\\s*\"\\s*(?i:(update|delete))\\s");
    List<String> offences = new ArrayList<>();
    sources.forEach(
        (file, text) -> {
          boolean allowed =
              file.toString().contains("/ledger/") || file.toString().contains("/boot/");
          if (!allowed) {
            Sources.all(writes, text).forEach(table -> offences.add(file + " writes " + table));
            Sources.all(jpqlBulk, text).forEach(verb -> offences.add(file + " " + verb));
          }
        });
    return offences;
  }

  @Test
  void nobodyWritesToThemByHandOrInBulk() {
    assertThat(recordedTables()).contains("case_file", "report", "person");
    assertThat(offences(Sources.below("src/main/java", ".java"), recordedTables())).isEmpty();
  }

  @Test
  void theRuleBites() {
    Map<Path, String> bad =
        Map.of(
            Path.of("src/main/java/org/jejak/cases/A.java"),
            "em.createNativeQuery(\n  \"update case_file set stage = 'CLOSED'\")",
            Path.of("src/main/java/org/jejak/cases/B.java"),
            "em.createQuery(\"delete from CaseFile c\")",
            Path.of("src/main/java/org/jejak/web/C.java"),
            "statement.execute(\"INSERT INTO ledger_entry values (1)\")");
    assertThat(offences(bad, Set.of("case_file"))).hasSize(3);
  }

  @Test
  void everyRecordedEntityHasAGuardedTable() {
    Set<String> tables = recordedTables();
    Pattern named = Pattern.compile("@Table\\(\\s*name = \"(\\w+)\"");
    List<String> unguarded = new ArrayList<>();
    Sources.below("src/main/java", ".java")
        .forEach(
            (file, text) -> {
              if (text.contains("@Entity\n") && text.contains("implements Recorded")) {
                String simple = file.getFileName().toString().replace(".java", "");
                String table =
                    Sources.all(named, text).stream()
                        .findFirst()
                        .orElse(
                            simple.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT));
                if (!tables.contains(table)) {
                  unguarded.add(table);
                }
              }
            });
    assertThat(unguarded).isEmpty();
  }
}
