package org.jejak.search;

import java.time.LocalDate;
import java.util.List;

/**
 * All that search knows of one file, read from the database: what is indexed of it, and what a hit
 * shows of it.
 *
 * @param handle its handle in the ledger
 * @param number how people call it
 * @param address its page
 * @param stage the code of its stage
 * @param unit the name of the unit, or {@code null}
 * @param names of people, found as they are written and not by their stem
 * @param codes numbers that find it whole: of the file, of people
 * @param texts its narratives; indexed, never stored
 */
record Described(
    Kind kind,
    String handle,
    String number,
    String address,
    String title,
    LocalDate date,
    String stage,
    String unit,
    List<String> names,
    List<String> codes,
    List<String> texts) {}
