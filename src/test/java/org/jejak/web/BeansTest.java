package org.jejak.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What would stop the deployment, or a page, is found in seconds here. */
class BeansTest {
  private static List<JavaClass> named() {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.jejak").stream()
            .filter(type -> type.isAnnotatedWith(Named.class))
            .toList();
  }

  private static String name(JavaClass type) {
    String given = type.getAnnotationOfType(Named.class).value();
    String simple = type.getSimpleName();
    return given.isEmpty()
        ? simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1)
        : given;
  }

  @Test
  void noTwoBeansOfPagesHaveOneName() {
    Map<String, List<String>> names = new HashMap<>();
    named().forEach(t -> names.computeIfAbsent(name(t), n -> new ArrayList<>()).add(t.getName()));
    assertThat(names).hasSizeGreaterThan(5);
    assertThat(names.values()).allSatisfy(types -> assertThat(types).hasSize(1));
  }

  @Test
  void expressionsCanSeeEveryNamedBean() {
    assertThat(named())
        .allSatisfy(
            t -> assertThat(t.getModifiers()).as(t.getName()).contains(JavaModifier.PUBLIC));
  }
}
