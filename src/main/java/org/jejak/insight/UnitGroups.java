package org.jejak.insight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jejak.identity.Units;

/**
 * The units as figures name them: each unit right below a root stands for all below it, and a root
 * for itself. In the order of their codes, which says nothing about their size.
 *
 * @param names of the groups
 * @param parts of each group: the handles of its units
 */
record UnitGroups(List<String> names, List<List<String>> parts) {

  static UnitGroups of(List<Units.Row> units) {
    Map<String, Units.Row> byCode = new HashMap<>();
    units.forEach(unit -> byCode.put(unit.code(), unit));
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (Units.Row unit : units) {
      groups
          .computeIfAbsent(top(unit, byCode).name(), name -> new ArrayList<>())
          .add(unit.handle());
    }
    return new UnitGroups(List.copyOf(groups.keySet()), List.copyOf(groups.values()));
  }

  private static Units.Row top(Units.Row unit, Map<String, Units.Row> byCode) {
    Units.Row at = unit;
    for (int steps = 0; steps < byCode.size(); steps++) {
      Units.Row parent = at.parentCode() == null ? null : byCode.get(at.parentCode());
      if (parent == null || parent.parentCode() == null) {
        return at;
      }
      at = parent;
    }
    return at;
  }
}
