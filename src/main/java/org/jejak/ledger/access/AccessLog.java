package org.jejak.ledger.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jejak.base.Slice;

/** Looks as auditors ask for them: by file, by person, or those that were refused. */
@ApplicationScoped
public class AccessLog {
  /**
   * What is asked. With a file: who looked at it. With a person alone: what they looked at. With
   * neither: what was refused, and sign-ins that failed.
   *
   * @param file handle; {@code null} for any
   * @param person handle; {@code null} for any
   * @param kind {@code null} for any
   * @param from the first moment; {@code null} for the beginning
   * @param until the moment after the last; {@code null} for now
   * @param hidden files of which the one who asks may not even learn that they exist
   */
  public record Question(
      String file, String person, LookKind kind, Instant from, Instant until, Set<String> hidden) {}

  /**
   * One look; asked by file, at that file.
   *
   * @param person whose look it was, or to whose account a sign-in failed
   * @param files handles of what was in the answer, or was refused
   * @param hits how many a search found; {@code null} for anything else
   * @param about whose looks were looked at; {@code null} for anything else
   */
  public record Row(
      String log,
      String person,
      long seq,
      int nr,
      Instant at,
      LookKind kind,
      String part,
      List<String> files,
      Long hits,
      String about) {}

  private static final String COLUMNS =
      "select log, person, seq, nr, at, kind, part, file, hits, about from access_seen where ";
  private static final String ORDER = " order by at desc, person desc, seq desc, nr desc";

  @PersistenceContext EntityManager em;

  /** One page of the answer, newest first. */
  public Slice<Row> page(Question question, int offset, int limit) {
    Conditions where = Conditions.of(question);
    List<Row> rows = rows(question, where.query(em, COLUMNS, ORDER).setFirstResult(offset), limit);
    Query counted =
        where.query(em, "select count(*) from (select 1 from access_seen where ", limited());
    long total = ((Number) counted.getSingleResult()).longValue();
    return new Slice<>(rows, Math.min(total, Slice.COUNTED), total <= Slice.COUNTED);
  }

  /**
   * The next rows of the whole answer, for an export that reads it from end to end.
   *
   * @param last the last row of those before; {@code null} to begin
   */
  public List<Row> after(Question question, Row last, int limit) {
    Conditions where = Conditions.of(question);
    if (last != null) {
      where.add(
          "(at, person, seq, nr) < (cast(? as timestamptz), ?, ?, ?)",
          last.at().atOffset(ZoneOffset.UTC),
          last.person(),
          last.seq(),
          last.nr());
    }
    return rows(question, where.query(em, COLUMNS, ORDER), limit);
  }

  private static String limited() {
    return " limit " + (Slice.COUNTED + 1) + ") counted";
  }

  private List<Row> rows(Question question, Query query, int limit) {
    List<Row> rows = new ArrayList<>();
    for (Object found : query.setMaxResults(limit).getResultList()) {
      Object[] row = (Object[]) found;
      rows.add(
          new Row(
              (String) row[0],
              (String) row[1],
              ((Number) row[2]).longValue(),
              ((Number) row[3]).intValue(),
              moment(row[4]),
              LookKind.valueOf((String) row[5]),
              (String) row[6],
              row[7] == null ? List.of() : List.of((String) row[7]),
              row[8] == null ? null : ((Number) row[8]).longValue(),
              (String) row[9]));
    }
    return question.file() == null ? withAllFiles(rows, question.hidden()) : rows;
  }

  /** Asked by person, a row is a whole look: all its files and not only the first. */
  private List<Row> withAllFiles(List<Row> looks, Set<String> hidden) {
    if (looks.isEmpty()) {
      return looks;
    }
    Query query =
        em.createNativeQuery(
            "select s.log, s.person, s.seq, s.file from access_seen s"
                + " join unnest(string_to_array(?1, ','), string_to_array(?2, ','),"
                + " string_to_array(?3, ',')::bigint[]) as l (log, person, seq)"
                + " on s.log = l.log and s.person = l.person and s.seq = l.seq"
                + " where s.file is not null order by s.log, s.person, s.seq, s.nr");
    query.setParameter(1, joined(looks.stream().map(Row::log).toList()));
    query.setParameter(2, joined(looks.stream().map(Row::person).toList()));
    query.setParameter(3, joined(looks.stream().map(row -> Long.toString(row.seq())).toList()));
    Map<List<Object>, List<String>> files = new HashMap<>();
    for (Object found : query.getResultList()) {
      Object[] row = (Object[]) found;
      if (!hidden.contains((String) row[3])) {
        files
            .computeIfAbsent(
                List.of(row[0], row[1], ((Number) row[2]).longValue()), key -> new ArrayList<>())
            .add((String) row[3]);
      }
    }
    return looks.stream()
        .map(
            row ->
                new Row(
                    row.log(),
                    row.person(),
                    row.seq(),
                    row.nr(),
                    row.at(),
                    row.kind(),
                    row.part(),
                    files.getOrDefault(List.of(row.log(), row.person(), row.seq()), List.of()),
                    row.hits(),
                    row.about()))
        .toList();
  }

  private static String joined(List<String> values) {
    return String.join(",", values);
  }

  private static Instant moment(Object value) {
    return switch (value) {
      case OffsetDateTime moment -> moment.toInstant();
      case java.sql.Timestamp moment -> moment.toInstant();
      case Instant moment -> moment;
      default -> throw new IllegalStateException(value.getClass() + " is no moment");
    };
  }

  /** The condition of a question, and the values of its marks in their order. */
  private record Conditions(List<String> all, List<Object> values) {
    static Conditions of(Question question) {
      Conditions where = new Conditions(new ArrayList<>(), new ArrayList<>());
      if (question.file() != null) {
        where.add("file = ?", question.file());
      } else {
        where.add("nr = 1");
        if (question.person() == null) {
          where.add("kind in ('DENIED', 'SIGN_IN_FAILED')");
        }
      }
      if (question.person() != null) {
        where.add("person = ?", question.person());
      }
      if (question.kind() != null) {
        where.add("kind = ?", question.kind().name());
      }
      if (question.from() != null) {
        where.add("at >= cast(? as timestamptz)", question.from().atOffset(ZoneOffset.UTC));
      }
      if (question.until() != null) {
        where.add("at < cast(? as timestamptz)", question.until().atOffset(ZoneOffset.UTC));
      }
      if (!question.hidden().isEmpty()) {
        where.add(
            "(file is null or file <> all (string_to_array(?, ',')))",
            joined(List.copyOf(question.hidden())));
      }
      return where;
    }

    void add(String condition, Object... given) {
      all.add(condition);
      values.addAll(List.of(given));
    }

    Query query(EntityManager em, String before, String after) {
      StringBuilder sql = new StringBuilder(before);
      int mark = 0;
      for (char c : String.join(" and ", all).toCharArray()) {
        sql.append(c == '?' ? "?" + ++mark : String.valueOf(c));
      }
      Query query = em.createNativeQuery(sql.append(after).toString());
      for (int i = 0; i < values.size(); i++) {
        query.setParameter(i + 1, values.get(i));
      }
      return query;
    }
  }
}
