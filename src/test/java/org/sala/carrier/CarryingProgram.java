package org.sala.carrier;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Sends or fetches in a process of its own, which is killed in the middle. */
final class CarryingProgram {
  private CarryingProgram() {}

  /**
   * @param args {@code send}, {@code fetch} or, in one piece however large it is, {@code whole};
   *     the port of the line, the name, a file or a folder, and bytes a second
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
            Long.parseLong(args[4]));
    Path place = Path.of(args[3]);
    Patience patience =
        new Patience(
            TestStore.HURRY.still(),
            TestStore.HURRY.first(),
            TestStore.HURRY.longest(),
            TestStore.HURRY.attempts(),
            args[0].equals("whole") ? Integer.MAX_VALUE : TestStore.HURRY.part());
    try (ObjectStore carrier = new ObjectStore(address, TestStore.KEY, patience)) {
      if (args[0].equals("fetch")) {
        carrier.fetch(carrier.waiting().getFirst(), place, b -> true);
      } else {
        carrier.send(place, args[2], TestStore.digest(place), b -> true);
      }
    }
  }
}
