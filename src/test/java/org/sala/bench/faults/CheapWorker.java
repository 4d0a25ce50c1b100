package org.sala.bench.faults;

import java.io.IOException;
import org.sala.casework.Desks;

/** The program that is killed, with the key derivation that only tests may use. */
final class CheapWorker {
  private CheapWorker() {}

  public static void main(String[] args) throws IOException {
    Worker.work(Desks.CHEAP, args);
  }
}
