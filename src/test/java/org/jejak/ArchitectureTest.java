package org.jejak;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.errorprone.annotations.CheckReturnValue;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jejak.api.repeat.Idempotent;
import org.jejak.base.Command;
import org.jejak.identity.Allow;
import org.jejak.ledger.Recorded;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The structure that the house style promises. Each rule is run twice: over the application, which
 * must keep it, and over {@code org.jejak.bad}, which must be caught.
 */
class ArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.jejak");
  private static final JavaClasses BAD = new ClassFileImporter().importPackages("org.jejak.bad");

  /** POST calls that change nothing of the office's, so that repeating them is harmless. */
  private static final Set<String> HARMLESS_POSTS =
      Set.of("SearchResource", "RulesResource", "TokensResource");

  private static Map<String, ArchRule> rules(String root) {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("imports follow the table", Packages.importOnlyWhatTheTableGrants(root));
    rules.put("every package is in the table", Packages.standInTheTable(root));
    rules.put(
        "a command asks a permission",
        classes()
            .that()
            .areAnnotatedWith(Command.class)
            .and()
            .resideOutsideOfPackage("org.jejak.ledger..")
            .should(haveAllow()));
    rules.put("entities keep their fields to themselves", privateFields());
    rules.put("entities cannot be changed from outside", noPublicMutators());
    rules.put(
        "a recorded entity's events cannot be dropped",
        classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .and()
            .implement(Recorded.class)
            .and(changeByVerbs())
            .should()
            .beAnnotatedWith(CheckReturnValue.class));
    rules.put(
        "pages and resources ask finders, not the database",
        noClasses()
            .that()
            .resideInAnyPackage(root + ".web..", root + ".api..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class));
    rules.put("nothing recorded is removed", noRemoval());
    rules.put("children are not removed with their parent", noOrphanRemoval());
    rules.put("time comes from the one clock", oneClock(root));
    rules.put("no transaction beside the command's", noSecondTransaction());
    rules.put("logs go through System.Logger", noPrinting(root));
    rules.put("names say what it is", tellingNames());
    rules.put("REST calls that change something can be repeated", repeatable());
    return rules;
  }

  @TestFactory
  Stream<DynamicTest> theApplicationKeepsTheRule() {
    return rules("org.jejak").entrySet().stream()
        .map(rule -> dynamicTest(rule.getKey(), () -> rule.getValue().check(OURS)));
  }

  @TestFactory
  Stream<DynamicTest> theRuleBites() {
    return rules("org.jejak.bad").entrySet().stream()
        .map(
            rule ->
                dynamicTest(
                    rule.getKey(),
                    () -> assertThat(rule.getValue().evaluate(BAD).hasViolation()).isTrue()));
  }

  @TestFactory
  Stream<DynamicTest> theTableBitesWhereItShould() {
    String all =
        Packages.importOnlyWhatTheTableGrants("org.jejak.bad")
            .evaluate(BAD)
            .getFailureReport()
            .toString();
    return Stream.of("ReachesUp", "KnowsItsNeighbour")
        .map(name -> dynamicTest(name, () -> assertThat(all).contains(name)));
  }

  private static ArchRule privateFields() {
    return fields()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Entity.class)
        .and()
        .areNotStatic()
        .and(notWoven())
        .should()
        .bePrivate();
  }

  private static ArchRule noPublicMutators() {
    return methods()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Entity.class)
        .and()
        .arePublic()
        .should(
            new ArchCondition<>("write no field") {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                for (JavaFieldAccess access : method.getFieldAccesses()) {
                  if (access.getAccessType() == JavaFieldAccess.AccessType.SET) {
                    events.add(SimpleConditionEvent.violated(method, access.getDescription()));
                  }
                }
              }
            });
  }

  private static DescribedPredicate<JavaClass> changeByVerbs() {
    return DescribedPredicate.describe(
        "have verbs",
        type ->
            type.getMethods().stream()
                .anyMatch(
                    method ->
                        !method.getModifiers().contains(JavaModifier.PUBLIC)
                            && !method.getModifiers().contains(JavaModifier.PRIVATE)
                            && !method.getModifiers().contains(JavaModifier.STATIC)
                            && method.getFieldAccesses().stream()
                                .anyMatch(
                                    access ->
                                        access.getAccessType() == JavaFieldAccess.AccessType.SET)));
  }

  private static DescribedPredicate<JavaField> notWoven() {
    return DescribedPredicate.describe(
        "are ours", field -> !field.getName().startsWith("_persistence"));
  }

  private static ArchCondition<JavaClass> haveAllow() {
    return new ArchCondition<>("carry @Allow on the class or on each public method") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean asked =
            type.isAnnotatedWith(Allow.class)
                || type.getMethods().stream()
                    .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                    .allMatch(method -> method.isAnnotatedWith(Allow.class));
        if (!asked) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " has no @Allow"));
        }
      }
    };
  }

  private static ArchRule noRemoval() {
    return noClasses()
        .should()
        .callMethodWhere(
            JavaCall.Predicates.target(HasName.Predicates.name("remove"))
                .and(
                    JavaAccess.Predicates.targetOwner(
                        DescribedPredicate.describe(
                            "EntityManager", owner -> owner.isAssignableTo(EntityManager.class)))));
  }

  private static ArchRule noOrphanRemoval() {
    return noFields()
        .should(
            new ArchCondition<>("remove children") {
              @Override
              public void check(JavaField field, ConditionEvents events) {
                boolean removes =
                    field
                            .tryGetAnnotationOfType(OneToMany.class)
                            .map(OneToMany::orphanRemoval)
                            .orElse(false)
                        || field
                            .tryGetAnnotationOfType(OneToOne.class)
                            .map(OneToOne::orphanRemoval)
                            .orElse(false)
                        || cascadesRemoval(field);
                if (removes) {
                  events.add(SimpleConditionEvent.satisfied(field, field.getFullName()));
                }
              }
            });
  }

  private static boolean cascadesRemoval(JavaField field) {
    return Stream.of(
            field.tryGetAnnotationOfType(OneToMany.class).map(OneToMany::cascade),
            field.tryGetAnnotationOfType(OneToOne.class).map(OneToOne::cascade),
            field.tryGetAnnotationOfType(ManyToOne.class).map(ManyToOne::cascade))
        .flatMap(Optional::stream)
        .flatMap(Stream::of)
        .anyMatch(cascade -> Set.of("ALL", "REMOVE").contains(cascade.name()));
  }

  private static ArchRule oneClock(String root) {
    List<Class<?>> clocks =
        List.of(
            Instant.class,
            LocalDate.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class);
    ArchCondition<JavaClass> asks = callMethod(System.class, "currentTimeMillis");
    for (Class<?> clock : clocks) {
      asks = asks.or(callMethod(clock, "now"));
    }
    for (String method : List.of("systemUTC", "systemDefaultZone")) {
      asks = asks.or(callMethod(Clock.class, method));
    }
    return noClasses()
        .that()
        .resideOutsideOfPackages(
            root + ".base..", root + ".boot..", root + ".demo..", root + ".tlog.program..")
        .should(asks)
        .orShould()
        .callConstructor(Date.class);
  }

  private static ArchRule noSecondTransaction() {
    return noMethods()
        .should(
            new ArchCondition<>("begin a transaction of their own") {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                method
                    .tryGetAnnotationOfType(Transactional.class)
                    .filter(mark -> mark.value() == Transactional.TxType.REQUIRES_NEW)
                    .ifPresent(
                        mark ->
                            events.add(
                                SimpleConditionEvent.satisfied(method, method.getFullName())));
              }
            });
  }

  private static ArchRule noPrinting(String root) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(root + ".boot..", root + ".tlog.program..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace");
  }

  private static ArchRule tellingNames() {
    return noClasses()
        .should()
        .haveNameMatching(".*(Impl|Manager|Helper|Utils?|DTO|Dto)")
        .orShould()
        .haveSimpleNameStartingWith("Abstract");
  }

  private static ArchRule repeatable() {
    return methods()
        .that()
        .areAnnotatedWith(POST.class)
        .or()
        .areAnnotatedWith(PUT.class)
        .or()
        .areAnnotatedWith(PATCH.class)
        .or()
        .areAnnotatedWith(DELETE.class)
        .should(
            new ArchCondition<>("be @Idempotent and return a Response") {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                boolean keyed =
                    method.isAnnotatedWith(Idempotent.class)
                        && method.getRawReturnType().isEquivalentTo(Response.class);
                if (!keyed && !HARMLESS_POSTS.contains(method.getOwner().getSimpleName())) {
                  events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                }
              }
            });
  }
}
