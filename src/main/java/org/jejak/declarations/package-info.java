/**
 * Declarations of conflict of interest: what a civil servant declares, and what the superior
 * decides on it.
 *
 * <p>Declaring is a duty and being in a conflict is no breach (PermenPANRB 17/2024), so nothing
 * here opens a case. A declaration that was filed is not edited: what somebody knew, and when, is
 * the very thing it proves. A change is another declaration.
 */
package org.jejak.declarations;
