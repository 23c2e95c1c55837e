/** What the architecture forbids, one class for each rule: {@code ArchitectureTest} must see it. */
package org.jejak.bad;
