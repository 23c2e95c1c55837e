package org.jejak.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jejak.base.Slice;
import org.jejak.identity.Allow;
import org.jejak.identity.People;
import org.jejak.identity.Permission;
import org.jejak.identity.Units;

/** Page {@code /admin/people.xhtml}: everybody, by name. */
@Named("adminPeoplePage")
@RequestScoped
@Allow(Permission.MANAGE_PEOPLE)
public class PeoplePage {
  private static final int SIZE = 25;

  @Inject People people;
  @Inject Units units;

  private String text;
  private String unit;
  private int page = 1;
  private Slice<People.Row> found;

  public Slice<People.Row> getFound() {
    if (found == null) {
      found = people.list(text, unit, (page - 1) * SIZE, SIZE);
    }
    return found;
  }

  public List<Units.Row> getUnits() {
    return units.all();
  }

  public int getSize() {
    return SIZE;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getUnit() {
    return unit;
  }

  public void setUnit(String unit) {
    this.unit = unit;
  }

  public int getPage() {
    return page;
  }

  public void setPage(int page) {
    this.page = Math.clamp(page, 1, 400);
  }
}
