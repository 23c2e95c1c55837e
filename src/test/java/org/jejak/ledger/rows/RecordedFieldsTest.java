package org.jejak.ledger.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jejak.ledger.seal.Secrecy.Level.NARRATIVE;
import static org.jejak.ledger.seal.Secrecy.Level.PLAIN;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jejak.ledger.Recorded;
import org.jejak.ledger.Subject;
import org.jejak.ledger.Trail;
import org.jejak.ledger.seal.Envelope;
import org.jejak.ledger.seal.Narrative;
import org.jejak.ledger.seal.Secrecy;
import org.junit.jupiter.api.Test;

/**
 * Recorded entities hold what can be committed to, name the class of each field, and are listed in
 * the documents. Read by reflection, beside the mapping that the ledger itself reads.
 */
class RecordedFieldsTest {
  private static final Path DOCUMENT = Path.of("src/site/markdown/ledger.md");

  private static List<Class<?>> entities() throws IOException, ClassNotFoundException {
    Path sources = Path.of("src/main/java");
    List<Class<?>> entities = new ArrayList<>();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        if (Files.readString(file).contains("\n@Entity\n")) {
          String path = sources.relativize(file).toString();
          entities.add(Class.forName(path.replace(".java", "").replace('/', '.')));
        }
      }
    }
    return entities;
  }

  private static List<Field> mapped(Class<?> type) {
    return List.of(type.getDeclaredFields()).stream()
        .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
        .filter(field -> !field.getName().startsWith("_persistence"))
        .toList();
  }

  private static Secrecy.Level level(Class<?> entity, Field field) {
    Secrecy own = field.getAnnotation(Secrecy.class);
    Secrecy general = own == null ? entity.getAnnotation(Secrecy.class) : own;
    return general == null ? null : general.value();
  }

  /** What is wrong with an entity. */
  private static List<String> faults(Class<?> entity) {
    List<String> faults = new ArrayList<>();
    boolean recorded = Recorded.class.isAssignableFrom(entity);
    for (Field field : mapped(entity)) {
      String where = entity.getSimpleName() + "." + field.getName();
      if (!recorded) {
        if (Recorded.class.isAssignableFrom(field.getType())) {
          faults.add(where + ": a child of a recorded row is recorded itself");
        }
      } else if (field.isAnnotationPresent(ElementCollection.class)
          || field.isAnnotationPresent(OneToMany.class)
              && !Recorded.class.isAssignableFrom(of(field))) {
        faults.add(where + ": elements are recorded rows");
      } else if (!field.isAnnotationPresent(OneToMany.class)) {
        value(entity, field).ifPresent(fault -> faults.add(where + ": " + fault));
      }
    }
    return faults;
  }

  private static Optional<String> value(Class<?> entity, Field field) {
    Class<?> type = field.getType();
    Secrecy.Level level = level(entity, field);
    if (type == Trail.class) {
      return Optional.empty();
    }
    if (type.isAnnotationPresent(Embeddable.class)) {
      return mapped(type).stream().flatMap(part -> value(entity, part).stream()).findFirst();
    }
    boolean reference =
        field.isAnnotationPresent(ManyToOne.class) && Recorded.class.isAssignableFrom(type);
    if (!reference && !CanonicalValue.has(type)) {
      return Optional.of("a " + type.getSimpleName() + " can change");
    }
    Secrecy.Level fitting =
        type == Narrative.class
            ? NARRATIVE
            : type == Envelope.class ? Secrecy.Level.ENVELOPE : PLAIN;
    return level == fitting
        ? Optional.empty()
        : Optional.of("its class is " + level + ", not " + fitting);
  }

  private static Class<?> of(Field list) {
    return (Class<?>) ((ParameterizedType) list.getGenericType()).getActualTypeArguments()[0];
  }

  private static String table(Class<?> entity) {
    Table table = entity.getAnnotation(Table.class);
    return table == null ? entity.getSimpleName().toLowerCase(Locale.ROOT) : table.name();
  }

  private static void collect(
      Class<?> entity, Class<?> type, Map<Secrecy.Level, Set<String>> columns) {
    for (Field field : mapped(type)) {
      if (field.getType().isAnnotationPresent(Embeddable.class)) {
        if (field.getType() != Trail.class) {
          collect(entity, field.getType(), columns);
        }
      } else if (!field.isAnnotationPresent(OneToMany.class)) {
        columns.computeIfAbsent(level(entity, field), level -> new TreeSet<>()).add(column(field));
      }
    }
  }

  private static String column(Field field) {
    JoinColumn join = field.getAnnotation(JoinColumn.class);
    Column column = field.getAnnotation(Column.class);
    if (field.isAnnotationPresent(ManyToOne.class)) {
      return join == null ? field.getName() + "_id" : join.name();
    }
    return column == null || column.name().isEmpty()
        ? field.getName().toLowerCase(Locale.ROOT)
        : column.name();
  }

  /** The table of the documents, as the entities have it. */
  private static String listed() throws IOException, ClassNotFoundException {
    Map<String, String> lines = new TreeMap<>();
    for (Class<?> entity : entities()) {
      if (Recorded.class.isAssignableFrom(entity)) {
        Map<Secrecy.Level, Set<String>> columns = new TreeMap<>();
        collect(entity, entity, columns);
        StringBuilder line = new StringBuilder("| `" + table(entity) + "` |");
        for (Secrecy.Level level : Secrecy.Level.values()) {
          Set<String> names = columns.getOrDefault(level, Set.of());
          line.append(names.isEmpty() ? " –" : " " + String.join(", ", names)).append(" |");
        }
        lines.put(table(entity), line.toString());
      }
    }
    return String.join("\n", lines.values());
  }

  @Test
  void everyEntityKeepsTheRules() throws Exception {
    assertThat(entities()).hasSizeGreaterThanOrEqualTo(19);
    for (Class<?> entity : entities()) {
      assertThat(faults(entity)).as(entity.getName()).isEmpty();
    }
  }

  @Test
  void everyFieldIsListedInTheDocuments() throws Exception {
    assertThat(Files.readString(DOCUMENT)).contains(listed() + "\n");
  }

  @Test
  void theListHasWhatTheSchemaHas() throws Exception {
    assertThat(listed())
        .contains("closing_reason", "happened_from", "person_handle", "subject_id")
        .contains("| `reporter_identity` | handle, version | – | sealed |");
  }

  @Test
  void theRulesBite() {
    assertThat(faults(Bad.class))
        .containsExactlyInAnyOrder(
            "Bad.bytes: a byte[] can change",
            "Bad.date: a Date can change",
            "Bad.story: its class is PLAIN, not NARRATIVE",
            "Bad.secret: its class is NARRATIVE, not PLAIN",
            "Bad.words: elements are recorded rows",
            "Bad.children: elements are recorded rows");
    assertThat(faults(Child.class))
        .containsExactly("Child.parent: a child of a recorded row is recorded itself");
    assertThat(faults(Unclassed.class))
        .containsExactly("Unclassed.stage: its class is null, not PLAIN");
  }

  @Entity
  @Secrecy(PLAIN)
  @SuppressWarnings({"unused", "UnusedVariable"})
  private static final class Bad implements Recorded {
    private byte[] bytes;
    private Date date;
    private Narrative story;

    @Secrecy(NARRATIVE)
    private String secret;

    @ElementCollection private List<String> words;
    @OneToMany private List<Child> children;
    private Trail trail;

    @Override
    public Trail trail() {
      return Trail.of(Subject.of("X"));
    }
  }

  @Entity
  @SuppressWarnings({"unused", "UnusedVariable"})
  private static final class Child {
    @ManyToOne private Bad parent;
  }

  @Entity
  @SuppressWarnings({"unused", "UnusedVariable"})
  private static final class Unclassed implements Recorded {
    private String stage;
    private Trail trail;

    @Override
    public Trail trail() {
      return Trail.of(Subject.of("X"));
    }
  }
}
