package org.sala.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sala.casework.Backups;
import org.sala.casework.Desk;
import org.sala.casework.Restoring;
import org.sala.casework.Workplace;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Tools;
import org.sala.domain.Value;

/**
 * A laptop is lost after the night; its backup comes to life in another folder, works on, and
 * headquarters recognises it.
 */
final class RestoredLaptop {
  private final Tools tools;
  private final Path folder;
  private final Consumer<String> say;

  RestoredLaptop(Tools tools, Path folder, Consumer<String> say) {
    this.tools = tools;
    this.folder = folder;
    this.say = say;
  }

  /** What went wrong; empty when nothing did. */
  Optional<String> play(Desk hq, String station, String handle) throws IOException {
    char[] phrase = WorkingNight.PASSPHRASE.toCharArray();
    Path stick = Files.createDirectories(folder.resolve("backups"));
    Backups.Made made;
    if (!(new Workplace(folder.resolve(station), tools).unlock(handle, phrase)
        instanceof Workplace.Entry.Entered before)) {
      return Optional.of("the station unlocks");
    }
    try (Desk desk = before.desk()) {
      made = desk.backups().make(stick, Progress.none());
      say.accept(
          "Station "
              + handle
              + " backed up while it is open: "
              + made.files()
              + " files, "
              + made.size() / 1024
              + " KiB, read back; its day code is "
              + desk.audit().dayCode().code());
    }
    Path back = folder.resolve(station + "-restored");
    if (!(new Restoring(tools).restore(Path.of(made.place()), back, handle, phrase, Progress.none())
        instanceof Restoring.Outcome.Restored)) {
      return Optional.of("the backup is restored");
    }
    if (!(new Workplace(back, tools).unlock(handle, phrase)
        instanceof Workplace.Entry.Entered again)) {
      return Optional.of("the restored workspace unlocks");
    }
    try (Desk desk = again.desk()) {
      return works(hq, desk);
    }
  }

  private Optional<String> works(Desk hq, Desk station) {
    List<Cases.CaseLine> cases = station.cases().list("", "changed", true, 0, 1);
    if (cases.isEmpty() || station.backups().beginning().isEmpty()) {
      return Optional.of("the restored workspace has its cases and a new incarnation");
    }
    station
        .cases()
        .edit(
            cases.getFirst().id(),
            Map.of("place", Value.text("Example Town, south bank")),
            "written after the restore");
    PackageLine sealed =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    Path carried = station.packages().carry(sealed.id(), folder.resolve("usb"));
    if (!(hq.packages().take(carried) instanceof Importing.Outcome.Imported imported)) {
      return Optional.of("headquarters takes the restored laptop's package");
    }
    if (!imported.restored() || imported.held() > 0 || imported.disputed() > 0) {
      return Optional.of("headquarters recognises a restored laptop and accuses nobody");
    }
    boolean whole =
        hq.audit().stations().stream()
            .allMatch(s -> s.verdict() instanceof AuditTrail.Verdict.Whole);
    if (!whole) {
      return Optional.of("the audits that came to headquarters are whole");
    }
    say.accept(
        "Restored elsewhere under a new incarnation; headquarters recognises it, holds nothing"
            + " back, and finds "
            + hq.audit().stations().size()
            + " audits whole");
    Optional<String> wrong = new TwoVersions(hq, station, folder.resolve("usb-late")).play();
    if (wrong.isEmpty()) {
      say.accept("Two laptops wrote differently; one version was decided and the decision is back");
    }
    if (wrong.isPresent()) {
      return wrong;
    }
    Optional<String> unseen = new OneManTwice(hq, station, folder.resolve("usb-late")).play();
    if (unseen.isEmpty()) {
      say.accept("Two who came to both stations are found; one is said to be the same person");
    }
    if (unseen.isPresent()) {
      return unseen;
    }
    Optional<String> unasked = new Asking(hq, station, folder.resolve("usb-late")).play();
    if (unasked.isEmpty()) {
      say.accept("Headquarters asked the field; one answer is back, one question is open");
    }
    return unasked;
  }
}
