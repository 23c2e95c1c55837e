package org.jejak.web;

/**
 * What is wrong with one answer of a plain form.
 *
 * @param field the id of the control it is about; {@code null} where it is about the whole
 * @param sentence what is wrong and what to do, as at the field
 */
public record Problem(String field, String sentence) {}
