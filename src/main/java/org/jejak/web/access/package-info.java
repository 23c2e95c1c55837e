/**
 * Nothing leaves before it is written down who saw it: the one filter through which every answer
 * goes, and the answer that it holds back until the look is committed.
 */
package org.jejak.web.access;
