package org.jejak.declarations;

/** Why a declaration is made. */
public enum DeclarationKind {
  /** The list of private interests that everybody keeps, once for each year. */
  YEARLY,
  /** A conflict in a matter that the person is about to decide or act on. */
  ACTUAL
}
