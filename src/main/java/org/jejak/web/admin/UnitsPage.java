package org.jejak.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.jejak.identity.Allow;
import org.jejak.identity.Permission;
import org.jejak.identity.Units;

/** Page {@code /admin/units.xhtml}: the agency as a tree. */
@Named("adminUnitsPage")
@RequestScoped
@Allow(Permission.MANAGE_PEOPLE)
public class UnitsPage {
  private static final int DEEPEST_INDENT = 4;

  @Inject Units units;

  /** A unit below a part, with how deep it lies, from 0. */
  public record Line(Units.Branch unit, int depth) {}

  /** A part right below a root, with all below it, in order. */
  public record Part(Units.Branch unit, List<Line> below, long people) {}

  /** A root: the agency itself. */
  public record Root(Units.Branch unit, List<Part> parts, long people) {}

  private List<Root> roots;

  public List<Root> getRoots() {
    if (roots == null) {
      roots = units.tree().stream().map(UnitsPage::root).toList();
    }
    return roots;
  }

  private static Root root(Units.Branch branch) {
    List<Part> parts = branch.children().stream().map(UnitsPage::part).toList();
    return new Root(branch, parts, branch.people() + sum(parts));
  }

  private static long sum(List<Part> parts) {
    return parts.stream().mapToLong(Part::people).sum();
  }

  private static Part part(Units.Branch branch) {
    List<Line> below = new ArrayList<>();
    branch.children().forEach(child -> flatten(child, 0, below));
    long people = branch.people() + below.stream().mapToLong(line -> line.unit().people()).sum();
    return new Part(branch, below, people);
  }

  private static void flatten(Units.Branch branch, int depth, List<Line> into) {
    into.add(new Line(branch, Math.min(depth, DEEPEST_INDENT)));
    branch.children().forEach(child -> flatten(child, depth + 1, into));
  }
}
