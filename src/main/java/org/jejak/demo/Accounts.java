package org.jejak.demo;

import jakarta.enterprise.context.ApplicationScoped;

/** The accounts of the cast. */
@ApplicationScoped
class Accounts {
  void make(Cast.Player player, String handle) {}
}
