package org.jejak.web.cases;

import java.util.ArrayList;
import java.util.List;
import org.jejak.cases.OpenCase;
import org.jejak.identity.People;

/** The fields of one subject while a case is being opened. */
public class SubjectForm {
  private People.Row person;
  private String name;
  private String position;
  private List<String> norms = new ArrayList<>();

  OpenCase.Accused accused() {
    return new OpenCase.Accused(person == null ? null : person.handle(), name, position, norms);
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

  public String getPosition() {
    return position;
  }

  public void setPosition(String position) {
    this.position = position;
  }

  public List<String> getNorms() {
    return norms;
  }

  public void setNorms(List<String> norms) {
    this.norms = norms == null ? new ArrayList<>() : new ArrayList<>(norms);
  }
}
