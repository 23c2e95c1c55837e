package org.jejak.web.intake;

import java.util.ArrayList;
import java.util.List;
import org.jejak.cases.OpenCase;
import org.jejak.identity.People;

/** One subject as it is being chosen: somebody of the directory, or only a name, and the norms. */
public class SubjectRow {
  private People.Row person;
  private String name;
  private List<String> norms = new ArrayList<>();

  boolean isEmpty() {
    return person == null && (name == null || name.isBlank()) && (norms == null || norms.isEmpty());
  }

  OpenCase.Accused accused() {
    return new OpenCase.Accused(
        person == null ? null : person.handle(), name, null, norms == null ? List.of() : norms);
  }

  public People.Row getPerson() {
    return person;
  }

  public void setPerson(People.Row person) {
    this.person = person;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public List<String> getNorms() {
    return norms;
  }

  public void setNorms(List<String> norms) {
    this.norms = norms;
  }
}
