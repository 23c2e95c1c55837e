package org.jejak.api.describe;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.jejak.api.Call;
import org.jejak.api.ForEveryone;
import org.jejak.api.Problems;
import org.jejak.api.repeat.Idempotent;

/** Describes the resources as OpenAPI 3.1, read from their own code, so that it cannot differ. */
final class OpenApi {
  private static final String ROOT = "/api/v1";

  private final JsonShapes shapes = new JsonShapes();

  /** Describes these resource classes. */
  static JsonObject of(Collection<Class<?>> resources) {
    return new OpenApi().describe(resources);
  }

  private JsonObject describe(Collection<Class<?>> resources) {
    TreeMap<String, TreeMap<String, JsonObject>> paths = new TreeMap<>();
    for (Class<?> resource : resources) {
      for (Method method : resource.getDeclaredMethods()) {
        verb(method)
            .ifPresent(
                verb ->
                    paths
                        .computeIfAbsent(path(resource, method), path -> new TreeMap<>())
                        .put(verb, call(resource, method)));
      }
    }
    JsonObjectBuilder all = Json.createObjectBuilder();
    paths.forEach(
        (path, calls) -> {
          JsonObjectBuilder verbs = Json.createObjectBuilder();
          calls.forEach(verbs::add);
          all.add(path, verbs);
        });
    return Json.createObjectBuilder()
        .add("openapi", "3.1.0")
        .add("info", Json.createObjectBuilder().add("title", "Jejak").add("version", "v1"))
        .add("paths", all)
        .add("components", components())
        .build();
  }

  private JsonObjectBuilder components() {
    return Json.createObjectBuilder()
        .add("schemas", shapes.all())
        .add(
            "securitySchemes",
            Json.createObjectBuilder()
                .add(
                    "token",
                    Json.createObjectBuilder().add("type", "http").add("scheme", "bearer")));
  }

  private JsonObject call(Class<?> resource, Method method) {
    Call call = method.getAnnotation(Call.class);
    var parameters = Json.createArrayBuilder();
    JsonObjectBuilder operation =
        Json.createObjectBuilder()
            .add("operationId", name(resource) + "." + method.getName())
            .add("summary", call == null ? "" : call.says());
    if (method.isAnnotationPresent(Idempotent.class)) {
      parameters.add(parameter("header", Idempotent.HEADER, true, String.class, null));
    }
    for (Parameter parameter : method.getParameters()) {
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        Arrays.stream(parameter.getType().getDeclaredFields())
            .sorted(Comparator.comparing(Field::getName))
            .forEach(field -> named(field, field.getType()).ifPresent(parameters::add));
      } else {
        named(parameter, parameter.getType()).ifPresent(parameters::add);
      }
    }
    operation.add("parameters", parameters);
    body(method)
        .ifPresent(body -> operation.add("requestBody", content(body).add("required", true)));
    operation.add("responses", responses(method, call));
    if (!isForEveryone(resource, method)) {
      operation.add(
          "security",
          Json.createArrayBuilder()
              .add(Json.createObjectBuilder().add("token", Json.createArrayBuilder())));
    }
    return operation.build();
  }

  private JsonObjectBuilder responses(Method method, Call call) {
    Type answer =
        method.getReturnType() != Response.class
            ? method.getGenericReturnType()
            : call == null ? void.class : call.answer();
    JsonObjectBuilder success = answer == void.class ? Json.createObjectBuilder() : content(answer);
    JsonObjectBuilder problem =
        Json.createObjectBuilder()
            .add("description", "A problem; its code stays the same")
            .add(
                "content",
                Json.createObjectBuilder()
                    .add(
                        Problems.TYPE, Json.createObjectBuilder().add("schema", shapes.problem())));
    return Json.createObjectBuilder()
        .add(
            Integer.toString(call == null ? 200 : call.status()),
            success.add("description", "Done"))
        .add("default", problem);
  }

  private JsonObjectBuilder content(Type type) {
    return Json.createObjectBuilder()
        .add(
            "content",
            Json.createObjectBuilder()
                .add(
                    "application/json", Json.createObjectBuilder().add("schema", shapes.of(type))));
  }

  private Optional<JsonObjectBuilder> named(AnnotatedElement element, Class<?> type) {
    String standard =
        Optional.ofNullable(element.getAnnotation(DefaultValue.class))
            .map(DefaultValue::value)
            .orElse(null);
    PathParam path = element.getAnnotation(PathParam.class);
    QueryParam query = element.getAnnotation(QueryParam.class);
    HeaderParam header = element.getAnnotation(HeaderParam.class);
    if (path != null) {
      return Optional.of(parameter("path", path.value(), true, type, null));
    }
    if (query != null) {
      return Optional.of(parameter("query", query.value(), false, type, standard));
    }
    return header == null
        ? Optional.empty()
        : Optional.of(parameter("header", header.value(), true, type, standard));
  }

  private JsonObjectBuilder parameter(
      String place, String name, boolean required, Class<?> type, String standard) {
    JsonObjectBuilder schema = Json.createObjectBuilder(shapes.of(type).build());
    if (standard != null) {
      schema.add("default", standard);
    }
    return Json.createObjectBuilder()
        .add("in", place)
        .add("name", name)
        .add("required", required)
        .add("schema", schema);
  }

  /** The one parameter that is neither a named value nor the container's. */
  private static Optional<Type> body(Method method) {
    return Arrays.stream(method.getParameters())
        .filter(parameter -> Arrays.stream(parameter.getAnnotations()).noneMatch(OpenApi::isNamed))
        .map(Parameter::getParameterizedType)
        .findFirst();
  }

  private static boolean isNamed(java.lang.annotation.Annotation mark) {
    return List.of(
            PathParam.class, QueryParam.class, HeaderParam.class, BeanParam.class, Context.class)
        .contains(mark.annotationType());
  }

  static Optional<String> verb(Method method) {
    return method.isAnnotationPresent(GET.class)
        ? Optional.of("get")
        : method.isAnnotationPresent(POST.class)
            ? Optional.of("post")
            : method.isAnnotationPresent(DELETE.class) ? Optional.of("delete") : Optional.empty();
  }

  static String path(Class<?> resource, Method method) {
    List<String> parts = new ArrayList<>();
    parts.add(resource.getAnnotation(Path.class).value());
    if (method.isAnnotationPresent(Path.class)) {
      parts.add(method.getAnnotation(Path.class).value());
    }
    return ROOT + "/" + String.join("/", parts).replaceAll("\\{(\\w+):[^/]*}", "{$1}");
  }

  private static boolean isForEveryone(Class<?> resource, Method method) {
    return method.isAnnotationPresent(ForEveryone.class)
        || resource.isAnnotationPresent(ForEveryone.class);
  }

  private static String name(Class<?> resource) {
    String simple = resource.getSimpleName();
    String bare = simple.endsWith("Resource") ? simple.substring(0, simple.length() - 8) : simple;
    return bare.toLowerCase(Locale.ROOT);
  }
}
