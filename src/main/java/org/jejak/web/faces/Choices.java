package org.jejak.web.faces;

/** {@code j:choices}: a field whose control is a group of native radios or boxes. */
public class Choices extends Field {
  @Override
  boolean isGroup() {
    return true;
  }
}
