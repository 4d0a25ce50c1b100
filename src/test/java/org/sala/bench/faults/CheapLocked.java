package org.sala.bench.faults;

import java.io.IOException;
import org.sala.casework.Desks;

/** The program whose memory is looked at, with the key derivation that only tests may use. */
final class CheapLocked {
  private CheapLocked() {}

  public static void main(String[] args) throws IOException {
    LockedProgram.run(Desks.CHEAP, args);
  }
}
