/**
 * One log at work: its key, its sequencer, its guard and its published files; nothing here knows
 * what an entry says.
 *
 * <p>A {@link org.jejak.ledger.log.Log} is opened by {@code org.jejak.ledger.Logs} and then worked
 * by one {@link org.jejak.ledger.log.Sequencer}: entries become leaves, the head is swapped and
 * signed, and what a checkpoint implies is published before the checkpoint. The order never
 * changes: entries durable, head committed, high-water file, witnesses, tiles, checkpoint.
 */
package org.jejak.ledger.log;
