package org.jejak.api;

import jakarta.validation.ElementKind;
import jakarta.validation.Path;

/** A field as the caller wrote it: {@code persons[0].nip}, without our method and parameter. */
final class FieldPath {
  private FieldPath() {}

  static String of(Path path) {
    StringBuilder field = new StringBuilder();
    for (Path.Node node : path) {
      if (node.getIndex() != null) {
        // Bean Validation hangs the index of a list on the node that follows it.
        field.append('[').append(node.getIndex()).append(']');
      }
      if (isTheCallers(node)) {
        field.append(field.isEmpty() ? "" : ".").append(node.getName());
      }
    }
    return field.isEmpty() ? "body" : field.toString();
  }

  private static boolean isTheCallers(Path.Node node) {
    return node.getName() != null && node.getKind() == ElementKind.PROPERTY;
  }
}
