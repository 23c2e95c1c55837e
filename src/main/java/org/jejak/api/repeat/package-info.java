/**
 * Calls that can be repeated: whose line broke may ask again and changes nothing twice.
 *
 * <p>Three nets, because none holds alone: the kept answer (seven days), the waiting of calls under
 * one key, and the ledger's unique request id where a crash fell between act and answer.
 */
package org.jejak.api.repeat;
