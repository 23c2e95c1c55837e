package org.jejak.identity;

import java.util.Locale;
import java.util.Optional;

/** The level of a position, as the discipline law counts it, highest first. */
public enum PositionLevel {
  JPT_UTAMA,
  JPT_MADYA,
  JPT_PRATAMA,
  ADMINISTRATOR,
  PENGAWAS,
  PELAKSANA,
  JF_AHLI_UTAMA,
  JF_AHLI_MADYA,
  JF_AHLI_MUDA,
  JF_AHLI_PERTAMA,
  JF_KETERAMPILAN;

  /** As interfaces and rule tables write it, e.g. {@code jpt_pratama}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level with this code; empty where there is none. */
  public static Optional<PositionLevel> ofCode(String code) {
    for (PositionLevel level : values()) {
      if (level.code().equals(code)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }
}
