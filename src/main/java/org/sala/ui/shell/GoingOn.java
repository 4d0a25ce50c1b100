package org.sala.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sala.casework.Desk;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.register.UnfinishedWork;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.ui.intake.IntakePhotos;
import org.sala.ui.roster.ExhibitIntake;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/**
 * Goes on after an unlock with what was being taken in when somebody locked, packages and files, in
 * the bar below every screen, and says what became of it.
 */
final class GoingOn {
  private final Packages packages;
  private final Cases cases;
  private final People people;
  private final ExhibitIntake exhibits;
  private final IntakePhotos photos;
  private final Here here;
  private final Work.Line line;

  GoingOn(Desk desk, Here here) {
    this.packages = desk.packages();
    this.cases = desk.cases();
    this.people = desk.people();
    this.here = here;
    this.line = here.work().line();
    this.exhibits = new ExhibitIntake(desk.exhibits(), here, line);
    this.photos = new IntakePhotos(desk.photos(), here, line);
  }

  private record Left(boolean takingIn, boolean sealing) {}

  /**
   * What became of the files.
   *
   * @param away not where they were
   */
  private record Came(int taken, int not, int away) {}

  void begin() {
    line.act(
        () -> {
          UnfinishedWork unfinished = packages.unfinished();
          return new Left(!unfinished.takingIn().isEmpty(), unfinished.sealingStopped());
        },
        left -> {
          if (left.sealing()) {
            here.dialogs().tell(here.t("packages.seal"), here.t("goingon.sealing"));
          }
          if (left.takingIn()) {
            here.work().longWork().start(here.t("goingon.title"), this::take, this::tell);
          }
        });
    exhibits.goOn(cases::find);
    photos.goOn(id -> people.find(id).map(People.PersonLine::wristband).orElse(""));
  }

  private Came take(Progress progress) {
    UnfinishedWork unfinished = packages.unfinished();
    List<Path> files = unfinished.takingIn();
    List<Path> left = new ArrayList<>(files);
    int taken = 0;
    int not = 0;
    int away = 0;
    try {
      for (Path file : files) {
        if (Files.isRegularFile(file)) {
          try {
            packages.take(file, progress.step(files.size() - left.size(), files.size()));
            taken++;
          } catch (CaseworkFault e) {
            if (e.code() == CaseworkFault.Code.STOPPED) {
              return new Came(taken, not, away);
            }
            not++;
          }
        } else {
          away++;
        }
        left.remove(file);
      }
      return new Came(taken, not, away);
    } finally {
      unfinished.takes(left);
    }
  }

  private void tell(Came came) {
    List<String> words = new ArrayList<>();
    if (came.taken() > 0) {
      words.add(here.t("goingon.taken", came.taken()));
    }
    if (came.not() > 0) {
      words.add(here.t("goingon.not", came.not()));
    }
    if (came.away() > 0) {
      words.add(here.t("goingon.away", came.away()));
    }
    if (!words.isEmpty()) {
      here.dialogs().tell(here.t("take.done"), String.join("\n", words));
    }
  }

  void close() {
    line.close();
  }
}
