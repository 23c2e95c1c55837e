package org.jejak.web.declarations;

import java.io.Serializable;
import org.jejak.declarations.FileDeclaration;
import org.jejak.declarations.Interest;
import org.jejak.declarations.InterestNature;

/** The fields of one interest while it is being typed. */
public class InterestForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String source;
  private InterestNature nature;
  private String description;
  private String matter;

  InterestForm(String source, InterestNature nature) {
    this.source = source;
    this.nature = nature;
  }

  static InterestForm of(Interest before) {
    InterestForm form = new InterestForm(before.source(), before.nature());
    form.description = before.description();
    form.matter = before.matter().orElse(null);
    return form;
  }

  FileDeclaration.Stated stated() {
    return new FileDeclaration.Stated(source, nature, description, matter);
  }

  public String getSource() {
    return source;
  }

  public InterestNature getNature() {
    return nature;
  }

  public void setNature(InterestNature nature) {
    this.nature = nature;
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(String description) {
    this.description = description;
  }

  public String getMatter() {
    return matter;
  }

  public void setMatter(String matter) {
    this.matter = matter;
  }
}
