/**
 * Papers that leave the office: HTML made into tagged PDF.
 *
 * <p>A paper is written as HTML and CSS, because whoever maintains it can read that, and a heading
 * or a table in it is one in the PDF too. Nothing outside the paper is ever fetched: no address in
 * it leads anywhere.
 */
package org.jejak.letters;
