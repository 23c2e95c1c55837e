package org.jejak.declarations;

/**
 * What was done to a declaration, and where that stands in the ledger.
 *
 * @param handle the declaration's chain
 * @param seq the entry of this act in that chain
 */
public record DeclarationAct(DeclarationNumber number, String handle, long seq) {}
