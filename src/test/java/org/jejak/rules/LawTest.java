package org.jejak.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing in the code may rest on an instrument that the tables do not list. */
class LawTest {
  private final Instruments instruments = LawBook.read(Optional.empty()).instruments();

  @Test
  void everyArticleInTheCodeBelongsToAListedInstrument() {
    var classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.jejak");
    var articles = classes.stream().flatMap(LawTest::articles).distinct().toList();
    assertThat(articles).contains("PP 94/2021 Ps 42").allMatch(instruments::knows);
  }

  @Test
  void anUnlistedInstrumentWouldBeFound() {
    assertThat(instruments.knows("PP 94/2021 Ps 8(2)a")).isTrue();
    assertThat(instruments.knows("PP 95/2021 Ps 8(2)a")).isFalse();
  }

  private static Stream<String> articles(JavaClass type) {
    return Stream.of(
            type.tryGetAnnotationOfType(Law.class).stream(),
            type.getMembers().stream()
                .flatMap(member -> member.tryGetAnnotationOfType(Law.class).stream()))
        .flatMap(laws -> laws)
        .flatMap(law -> Stream.of(law.value()));
  }
}
