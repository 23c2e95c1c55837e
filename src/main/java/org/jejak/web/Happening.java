package org.jejak.web;

import java.time.Instant;

/**
 * One line of a history.
 *
 * @param icon an icon of PrimeIcons, without {@code pi-}
 * @param sentence what happened, in the past tense, in the language of the request
 * @param note words that belong to it; may be {@code null}
 * @param who the person's name, or a job's; may be {@code null}
 * @param entry the words of the link to the ledger's entry ("catatan no. 48.211"); may be {@code
 *     null}
 * @param href where the entry is shown; may be {@code null}
 */
public record Happening(
    Instant at, String icon, String sentence, String note, String who, String entry, String href) {}
