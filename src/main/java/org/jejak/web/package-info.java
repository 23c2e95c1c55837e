/**
 * Pages: the frame that every page stands in, its addresses, its words, and what guards the door.
 *
 * <p>Beans of a page live in {@code web.<feature>}; this package holds what they share. Nothing
 * here knows a feature: features hand up what waits ({@link org.jejak.web.Waiting}) and what has to
 * be done ({@link org.jejak.web.HomeSection}). The glue to Faces is in {@code web.faces}.
 */
package org.jejak.web;
