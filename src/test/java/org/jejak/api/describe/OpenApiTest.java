package org.jejak.api.describe;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jejak.api.Call;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiTest {
  private static final Collection<Class<?>> RESOURCES = resources();
  private static final JsonObject DESCRIPTION = OpenApi.of(RESOURCES);

  private static Collection<Class<?>> resources() {
    List<Class<?>> found = new ArrayList<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.jejak.api")) {
      if (type.isAnnotatedWith(Path.class)) {
        found.add(type.reflect());
      }
    }
    return found;
  }

  private static JsonObject operation(String verb, String path) {
    return DESCRIPTION.getJsonObject("paths").getJsonObject(path).getJsonObject(verb);
  }

  @ParameterizedTest
  @CsvSource({
    "post, /api/v1/tokens",
    "post, /api/v1/reports",
    "get, /api/v1/inbox",
    "post, /api/v1/inbox/messages",
    "post, /api/v1/cases",
    "get, /api/v1/cases",
    "get, /api/v1/cases/{number}",
    "post, /api/v1/cases/{number}/triage",
    "post, /api/v1/cases/{number}/assignment",
    "post, /api/v1/cases/{number}/notes",
    "post, /api/v1/cases/{number}/findings",
    "post, /api/v1/cases/{number}/decision",
    "post, /api/v1/cases/{number}/closing",
    "post, /api/v1/declarations",
    "get, /api/v1/declarations",
    "post, /api/v1/search",
    "get, /api/v1/ledger/entries/{index}",
    "get, /api/v1/ledger/verification",
    "get, /api/v1/openapi"
  })
  void everyPromisedCallIsThere(String verb, String path) {
    assertThat(operation(verb, path)).isNotNull();
  }

  @Test
  void everyCallSaysWhatItDoesAndWhatItAnswers() {
    for (Class<?> resource : RESOURCES) {
      for (Method method : resource.getDeclaredMethods()) {
        if (OpenApi.verb(method).isPresent()) {
          Call call = method.getAnnotation(Call.class);
          assertThat(call).as(method.toString()).isNotNull();
          assertThat(call.says()).as(method.toString()).endsWith(".");
          boolean silent = method.getReturnType() == Response.class && call.answer() == void.class;
          assertThat(silent && call.status() != 204).as(method.toString()).isFalse();
        }
      }
    }
  }

  @Test
  void everyReferenceLeadsToASchema() {
    JsonObject schemas = DESCRIPTION.getJsonObject("components").getJsonObject("schemas");
    List<String> referred =
        Pattern.compile("#/components/schemas/(\\w+)")
            .matcher(DESCRIPTION.toString())
            .results()
            .map((MatchResult found) -> found.group(1))
            .toList();
    assertThat(referred).isNotEmpty().allSatisfy(name -> assertThat(schemas).containsKey(name));
    assertThat(schemas.values())
        .allSatisfy(schema -> assertThat(schema.asJsonObject()).isNotEmpty());
  }

  @Test
  void theShapeIsThatOfTheRecords() {
    JsonObject schemas = DESCRIPTION.getJsonObject("components").getJsonObject("schemas");
    assertThat(schemas.getJsonObject("SearchBody").getJsonObject("properties").keySet())
        .containsExactly("q", "kind", "from", "to", "sort", "page", "size");
    assertThat(schemas.getJsonObject("ReceiptAnswer").getJsonObject("properties").keySet())
        .containsExactly("state", "id", "url", "index", "proof");
  }

  @Test
  void tokensAndKeysAreDemandedWhereTheCodeDemandsThem() {
    assertThat(operation("post", "/api/v1/reports")).doesNotContainKey("security");
    assertThat(operation("get", "/api/v1/cases")).containsKey("security");
    assertThat(operation("post", "/api/v1/cases").getJsonArray("parameters").toString())
        .contains("Idempotency-Key");
    assertThat(operation("post", "/api/v1/search").getJsonArray("parameters").toString())
        .doesNotContain("Idempotency-Key");
  }
}
