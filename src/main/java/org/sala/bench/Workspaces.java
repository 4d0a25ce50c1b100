package org.sala.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sala.casework.Desk;
import org.sala.casework.Workplace;
import org.sala.casework.headquarters.Headquarters;
import org.sala.casework.station.Tools;

/** Makes and opens the workspaces that are measured, through casework like everybody else. */
final class Workspaces {
  static final String PASSPHRASE = "five plain stones beside one example river";

  private Workspaces() {}

  static Desk create(Tools tools, Path folder, String handle) {
    return entered(
        new Workplace(folder, tools)
            .create(
                new Workplace.FirstStart(
                    "en", "Officer Example " + handle, handle, PASSPHRASE.toCharArray())));
  }

  static Desk unlock(Tools tools, Path folder, String handle) {
    return entered(new Workplace(folder, tools).unlock(handle, PASSPHRASE.toCharArray()));
  }

  private static Desk entered(Workplace.Entry entry) {
    if (entry instanceof Workplace.Entry.Entered e) {
      return e.desk();
    }
    throw new IllegalStateException("not entered: " + entry.getClass().getSimpleName());
  }

  /** A headquarters, founded; its officer's handle is {@code zero}. */
  static Desk headquarters(Tools tools, Path folder) {
    Desk desk = create(tools, folder, "zero");
    desk.headquarters()
        .found(
            new Headquarters.Founding(
                "Agency of Examples",
                "Headquarters",
                "EX-0000",
                safe(folder.resolveSibling("authority")),
                PASSPHRASE.toCharArray()));
    return desk;
  }

  /** A folder for an authority's key, which makes none. */
  static Path safe(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void enrol(Desk headquarters, Desk station, Path files, String letter) {
    Path request = files.resolve("request-" + letter);
    Path answer = files.resolve("answer-" + letter);
    station.enrolment().request(request, "EX-100" + letter);
    headquarters
        .headquarters()
        .answer(request, "Station " + letter, letter, "EX-" + letter, answer);
    station.enrolment().confirm(station.enrolment().open(answer));
  }

  static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path f : files.toList()) {
        Path target = to.resolve(from.relativize(f).toString());
        if (Files.isDirectory(f)) {
          Files.createDirectories(target);
        } else {
          Files.copy(f, target);
        }
      }
    }
  }
}
