package org.sala.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import org.sala.casework.Desk;
import org.sala.casework.Workplace;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.station.Tools;
import org.sala.crypto.KdfParameters;
import org.sala.crypto.KdfPolicy;

/**
 * A station and a headquarters in one folder, and the ways in.
 *
 * @param root real folder; {@code station}, {@code headquarters} and {@code usb} lie in it
 */
record Workers(Path root, Tools tools) {
  /** What a program of its own works with: the cheapest key derivation that is accepted. */
  static Tools cheapest() {
    return new Tools(
        Clock.system(ZoneId.of("Asia/Bangkok")),
        new SecureRandom(),
        KdfPolicy.SHIPPED,
        new KdfParameters(KdfPolicy.SHIPPED.leastMemoryKib(), 1, 1));
  }

  /**
   * Where workspaces are opened thousands of times, and a key is no dearer to guess than to use.
   */
  static Tools quick() {
    KdfPolicy shipped = KdfPolicy.SHIPPED;
    return new Tools(
        Clock.system(ZoneId.of("Asia/Bangkok")),
        new SecureRandom(),
        new KdfPolicy(1024, shipped.mostMemoryKib(), shipped.mostPasses(), shipped.mostLanes()),
        new KdfParameters(1024, 1, 1));
  }

  Workers {
    try {
      Files.createDirectories(root.resolve("usb"));
      Files.createDirectories(root.resolve("authority"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  Path station() {
    return root.resolve("station");
  }

  Path headquarters() {
    return root.resolve("headquarters");
  }

  Path usb() {
    return root.resolve("usb");
  }

  Desk createStation() {
    return entered(
        new Workplace(station(), tools)
            .create(
                new Workplace.FirstStart("en", "Officer One Example", "one", Night.passphrase(0))));
  }

  Desk createHeadquarters() {
    Desk desk =
        entered(
            new Workplace(headquarters(), tools)
                .create(
                    new Workplace.FirstStart(
                        "en", "Officer Zero Example", "zero", Night.passphrase(0))));
    desk.headquarters()
        .found(
            new Headquarters.Founding(
                "Agency of Examples",
                "Headquarters",
                "EX-0000",
                root.resolve("authority"),
                "phrase of the authority".toCharArray()));
    return desk;
  }

  /** Opens the headquarters. */
  Desk openHeadquarters() {
    return openHeadquarters(headquarters());
  }

  Desk openHeadquarters(Path at) {
    return entered(new Workplace(at, tools).unlock("zero", Night.passphrase(0)));
  }

  /** Opens the station with the passphrase that it has after so many changes. */
  Desk openStation(Path at, long changes) {
    return entered(new Workplace(at, tools).unlock("one", Night.passphrase(changes)));
  }

  /**
   * Opens it after an end in the midst of work: with the passphrase that was told last, or with one
   * that was begun since. Several are where it ended twice on end while one was being set.
   */
  Desk openStation(Path at, Facts facts) {
    long begun = facts.begun("passphrase");
    for (long changes = facts.done("passphrase"); changes < begun; changes++) {
      if (new Workplace(at, tools).unlock("one", Night.passphrase(changes))
          instanceof Workplace.Entry.Entered e) {
        return e.desk();
      }
    }
    return openStation(at, begun);
  }

  static Desk entered(Workplace.Entry entry) {
    if (entry instanceof Workplace.Entry.Entered e) {
      return e.desk();
    }
    throw new NotOpened(entry.getClass().getSimpleName());
  }

  /** A workspace did not open; the message is what was said instead. */
  static final class NotOpened extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotOpened(String said) {
      super(said);
    }
  }
}
