/**
 * What Faces and PrimeFaces need to be told: pretty addresses, refusals, records in expressions,
 * the theme, and the components behind {@code j:field}, {@code j:choices} and {@code j:errors}.
 *
 * <p>Apart from {@code web} because nobody who writes a page ever calls it.
 */
package org.jejak.web.faces;
