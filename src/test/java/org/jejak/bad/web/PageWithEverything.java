package org.jejak.bad.web;

import jakarta.persistence.EntityManager;
import java.time.Instant;

/** A page that asks the database and the wall clock, and prints. */
public class PageWithEverything {
  EntityManager em;

  public Instant readAt() {
    System.out.println("read");
    return Instant.now();
  }
}
