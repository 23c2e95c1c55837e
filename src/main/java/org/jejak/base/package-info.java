/**
 * What everything else stands on: who acts, how a refusal speaks, what a command is, and the clock.
 *
 * <p>Under fifteen types, and it imports nothing of ours: a type belongs here only when three
 * packages need it and none of them could own it.
 */
package org.jejak.base;
