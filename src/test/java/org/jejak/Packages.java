package org.jejak;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The table of {@code architecture.md}: which package may import which. */
final class Packages {
  private static final String EVERYTHING_ABOVE_CASES = "intake discipline ethics declarations";

  /** Each with what it may import; what stands in no line does not exist. */
  private static final Map<String, Set<String>> MAY_IMPORT = new LinkedHashMap<>();

  static {
    may("base", "");
    may("tlog", "");
    may("ledger", "base tlog");
    may("identity", "base ledger");
    may("signin", "base ledger identity");
    may("rules", "base ledger");
    may("calendar", "base rules");
    may("documents", "base ledger identity");
    may("letters", "base ledger identity documents");
    String belowCases = "base ledger identity rules calendar documents letters";
    may("cases", belowCases);
    for (String feature : EVERYTHING_ABOVE_CASES.split(" ")) {
      may(feature, belowCases + " cases");
    }
    may("appeals", belowCases + " cases discipline");
    String features = belowCases + " cases " + EVERYTHING_ABOVE_CASES + " appeals";
    for (String follower : "search notices insight erasure".split(" ")) {
      may(follower, features);
    }
    String everything = features + " signin tlog search notices insight erasure";
    for (String top : "api web demo".split(" ")) {
      may(top, everything);
    }
    may("boot", "base tlog");
  }

  private Packages() {}

  private static void may(String name, String imports) {
    MAY_IMPORT.put(name, new TreeSet<>(Set.of(imports.split(" "))));
  }

  /** No package imports what the table does not grant it. */
  static ArchRule importOnlyWhatTheTableGrants(String root) {
    CompositeArchRule all = null;
    for (Map.Entry<String, Set<String>> line : MAY_IMPORT.entrySet()) {
      String own = root + "." + line.getKey() + "..";
      String[] granted =
          line.getValue().stream()
              .filter(name -> !name.isEmpty())
              .map(name -> root + "." + name + "..")
              .toArray(String[]::new);
      ArchRule rule =
          noClasses()
              .that(resideInAPackage(own))
              .should()
              .dependOnClassesThat(
                  resideInAPackage(root + "..")
                      .and(not(resideInAPackage(own)))
                      .and(not(resideInAnyPackage(granted))))
              .as(line.getKey() + " imports only " + line.getValue())
              .allowEmptyShould(true);
      all = all == null ? CompositeArchRule.of(rule) : all.and(rule);
    }
    return all;
  }

  /** Every class stands in a package of the table. */
  static ArchRule standInTheTable(String root) {
    return classes()
        .that(resideInAPackage(root + ".."))
        .should()
        .resideInAnyPackage(
            MAY_IMPORT.keySet().stream()
                .map(name -> root + "." + name + "..")
                .toArray(String[]::new))
        .as("every package is in the table of who may import whom");
  }
}
