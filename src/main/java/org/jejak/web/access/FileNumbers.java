package org.jejak.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jejak.base.Refusal;
import org.jejak.cases.CaseFiles;
import org.jejak.cases.CaseNumber;
import org.jejak.declarations.DeclarationNumber;
import org.jejak.declarations.Declarations;
import org.jejak.identity.Policy;
import org.jejak.intake.Reports;

/**
 * From the handles of the log to the numbers that people use, and back. A number is all that an
 * auditor learns of a file; and of a file that they are shut out of, not even that.
 */
@RequestScoped
public class FileNumbers {
  @Inject CaseFiles cases;
  @Inject Reports reports;
  @Inject Declarations declarations;
  @Inject Policy policy;

  private Set<String> hidden;

  /** The files that the one who asks must not learn of. */
  public Set<String> hidden() {
    if (hidden == null) {
      hidden = policy.shutOutOf();
    }
    return hidden;
  }

  /** The handle of the file with this number; the same nothing for none and for a hidden one. */
  public Optional<String> handleOf(String typed) {
    return DeclarationNumber.read(typed)
        .flatMap(declarations::handleOf)
        .or(() -> caseNumber(typed).flatMap(this::ofCaseOrReport))
        .filter(handle -> !hidden().contains(handle));
  }

  private Optional<String> ofCaseOrReport(CaseNumber number) {
    return cases.handleOf(number).or(() -> reports.handleOf(number));
  }

  private static Optional<CaseNumber> caseNumber(String typed) {
    try {
      return Optional.of(CaseNumber.of(typed));
    } catch (Refusal noNumber) {
      return Optional.empty(); // answered on the page, with the form still there
    }
  }

  /** The numbers of these files; what has none is left out. */
  public Map<String, String> of(Collection<String> handles) {
    Map<String, String> numbers = new HashMap<>();
    reports.numbersOf(handles).forEach((handle, number) -> numbers.put(handle, number.value()));
    cases.numbersOf(handles).forEach((handle, number) -> numbers.put(handle, number.value()));
    declarations
        .numbersOf(handles)
        .forEach((handle, number) -> numbers.put(handle, number.value()));
    return numbers;
  }
}
