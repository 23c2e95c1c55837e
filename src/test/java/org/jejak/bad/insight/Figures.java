package org.jejak.bad.insight;

/** Nothing wrong with it but who imports it. */
public class Figures {}
