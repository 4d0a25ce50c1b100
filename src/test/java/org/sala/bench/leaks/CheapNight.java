package org.sala.bench.leaks;

import java.io.IOException;
import org.sala.casework.Desks;

/** The program that is searched, with the key derivation that only tests may use. */
final class CheapNight {
  private CheapNight() {}

  public static void main(String[] args) throws IOException {
    MarkedNight.play(Desks.CHEAP, args);
  }
}
