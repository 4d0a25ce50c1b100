package org.sala.carrier;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Sends or fetches in a process of its own, which is killed in the middle. */
final class CarryingProgram {
  private CarryingProgram() {}

  /**
   * @param args {@code send} or {@code fetch}, the port of the line, the name, and a file or a
   *     folder
   */
  public static void main(String[] args) throws Exception {
    StoreAddress address =
        new StoreAddress(
            URI.create("http://127.0.0.1:" + args[1]),
            "us-east-1",
            TestStore.BUCKET,
            "",
            true,
            Optional.empty(),
            Optional.empty(),
            4_000_000);
    Path place = Path.of(args[3]);
    try (ObjectStore carrier = new ObjectStore(address, TestStore.KEY, TestStore.HURRY)) {
      if (args[0].equals("send")) {
        carrier.send(place, args[2], TestStore.digest(place), b -> true);
      } else {
        carrier.fetch(carrier.waiting().getFirst(), place, b -> true);
      }
    }
  }
}
