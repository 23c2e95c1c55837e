package org.jejak.bad.attic;

/** Stands in a package that nobody entered into the table. */
public class Forgotten {}
