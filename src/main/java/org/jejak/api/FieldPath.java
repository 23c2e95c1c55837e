package org.jejak.api;

import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.StringJoiner;

/** A field as the caller wrote it: {@code persons[0].nip}, without our method and parameter. */
final class FieldPath {
  private FieldPath() {}

  static String of(Path path) {
    StringJoiner field = new StringJoiner(".");
    for (Path.Node node : path) {
      boolean ours =
          node.getKind() == ElementKind.METHOD
              || node.getKind() == ElementKind.PARAMETER
              || node.getKind() == ElementKind.BEAN;
      if (!ours && node.getName() != null) {
        field.add(node.getIndex() == null ? node.getName() : indexed(node));
      }
    }
    return field.length() == 0 ? "body" : field.toString();
  }

  private static String indexed(Path.Node node) {
    // Bean Validation hangs the index of a list on the node that follows it.
    return "[" + node.getIndex() + "]." + node.getName();
  }
}
