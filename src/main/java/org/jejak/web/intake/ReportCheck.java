package org.jejak.web.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jejak.base.AgencySettings;
import org.jejak.base.Refusal;
import org.jejak.identity.Nip;
import org.jejak.intake.Happened;
import org.jejak.intake.PersonNamed;
import org.jejak.intake.Reporter;
import org.jejak.intake.Statement;
import org.jejak.web.Problem;
import org.jejak.web.Words;

/**
 * Turns what was typed into a statement, and says field by field what is wrong with it: the same
 * rules that the command applies, asked before it is sent.
 */
@Dependent
class ReportCheck {
  private static final Pattern PERSON = Pattern.compile("persons\\[(\\d+)]\\.(\\w+)");

  @Inject Validator validator;
  @Inject AgencySettings agency;
  @Inject Clock clock;
  @Inject Words words;

  /** What is wrong with the answers of one step, in the order of its fields. */
  List<Problem> problems(ReportForm form, int step) {
    return all(form).stream().filter(found -> found.step() == step).map(Found::problem).toList();
  }

  /** The first step with something wrong; 0 where nothing is. */
  int firstWrongStep(ReportForm form) {
    return all(form).stream().mapToInt(Found::step).min().orElse(0);
  }

  Statement statement(ReportForm form) {
    TypedDay day = day(form);
    Boolean ongoing = ongoing(form);
    return new Statement(
        form.typed("allegation"),
        day.from(),
        Boolean.TRUE.equals(ongoing) ? null : day.toUntil(today()),
        ongoing,
        form.typed("place"),
        form.typed("unit"),
        form.typed("evidence"),
        rows(form).stream().map(row -> person(form, row)).toList(),
        reporter(form));
  }

  private record Found(int step, Problem problem) {}

  private List<Found> all(ReportForm form) {
    List<Found> found = new ArrayList<>();
    Statement statement = statement(form);
    for (ConstraintViolation<Statement> wrong : validator.validate(statement)) {
      String field = field(form, wrong.getPropertyPath().toString());
      found.add(found(field, words.of(wrong.getMessageTemplate())));
    }
    TypedDay day = day(form);
    if (day.fault() != null) {
      found.add(found(day.fault(), words.of(day.why())));
    } else {
      ask(found, "year", () -> happened(statement));
    }
    for (int row : rows(form)) {
      String nip = form.typed("nip" + row);
      if (!nip.isBlank()) {
        ask(found, "nip" + row, () -> Nip.of(nip));
      }
    }
    return found;
  }

  private Happened happened(Statement statement) {
    return new Happened(
        statement.happenedFrom(),
        statement.happenedTo(),
        statement.ongoing(),
        today(),
        agency.serviceBegan());
  }

  private void ask(List<Found> found, String field, java.util.function.Supplier<?> rule) {
    try {
      Object unused = rule.get();
    } catch (Refusal no) {
      // A plain form has no handler behind it: this is the place where it is answered.
      found.add(found(field, words.refusal(no)));
    }
  }

  private static Found found(String field, String sentence) {
    int step =
        field.startsWith("reporter-")
            ? 4
            : field.equals("evidence") ? 3 : field.matches("(name|position|nip)\\d+") ? 2 : 1;
    return new Found(step, new Problem(field, sentence));
  }

  private static String field(ReportForm form, String path) {
    Matcher person = PERSON.matcher(path);
    if (person.matches()) {
      return person.group(2) + rows(form).get(Integer.parseInt(person.group(1)));
    }
    return path.equals("persons") ? "name0" : path.replace('.', '-');
  }

  /** The lines into which something was typed: others do not count as people. */
  private static List<Integer> rows(ReportForm form) {
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < form.persons(); i++) {
      if (!(form.typed("name" + i) + form.typed("position" + i) + form.typed("nip" + i))
          .isBlank()) {
        rows.add(i);
      }
    }
    return rows;
  }

  private static PersonNamed person(ReportForm form, int row) {
    return new PersonNamed(
        form.typed("name" + row), form.typed("nip" + row), form.typed("position" + row));
  }

  private static Reporter reporter(ReportForm form) {
    return form.typed("named").equals("yes")
        ? new Reporter(form.typed("reporter-name"), form.typed("reporter-contact"))
        : null;
  }

  private static Boolean ongoing(ReportForm form) {
    return switch (form.typed("ongoing")) {
      case "yes" -> Boolean.TRUE;
      case "no" -> Boolean.FALSE;
      default -> null;
    };
  }

  private static TypedDay day(ReportForm form) {
    return TypedDay.read(form.typed("day"), form.typed("month"), form.typed("year"));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), agency.zone());
  }
}
