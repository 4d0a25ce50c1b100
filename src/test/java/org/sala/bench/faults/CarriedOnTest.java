package org.sala.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.exhibits.AskedExhibits;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.people.Cases;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.station.StationState;
import org.sala.casework.station.Taking;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** What a disk fails at where nobody is stopped by it stands in the log of faults. */
class CarriedOnTest {
  @TempDir Path folder;
  private Workers workers;
  private BiPredicate<Disturbance.Act, Path> fails = (act, file) -> false;

  @BeforeEach
  void make() {
    workers = new Workers(folder, Desks.CHEAP);
    workers.createStation().close();
  }

  private Desk desk() {
    Disturbance some =
        new Disturbance() {
          @Override
          public int before(Act act, Path file, int length) throws IOException {
            if (fails.test(act, file)) {
              throw new IOException("Input/output error at Quillfeather");
            }
            return length;
          }
        };
    return workers.openStation(new FaultyDisk(some).path(workers.station()), 0);
  }

  private String log() throws IOException {
    Path log = workers.station().resolve("log").resolve("faults.log");
    return Files.exists(log) ? Files.readString(log) : "";
  }

  private void stands(String place) throws IOException {
    assertThat(log()).contains(place).doesNotContain("Quillfeather");
  }

  @Test
  void aDraftThatIsNotWrittenWhenItIsTriedAgain() throws IOException {
    Desk desk = desk();
    fails = (act, file) -> act == Disturbance.Act.WRITE && file.toString().contains("drafts");
    assertThatThrownBy(() -> desk.drafts().keep("a form", Map.of("title", "Half a sentence")))
        .isInstanceOf(CaseworkFault.class);
    assertThat(log()).isEmpty();
    desk.close();
    stands("org.sala.vault.Drafts.writeUnwritten");
    fails = (act, file) -> false;
    try (Desk again = desk()) {
      assertThat(again.drafts().of("a form")).isPresent();
    }
  }

  @Test
  void aPieceThatIsNotKept() throws IOException {
    try (Desk desk = desk()) {
      RecordId caseId = desk.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
      Path file = Files.write(folder.resolve("image.bin"), new byte[1_000_000]);
      List<AskedExhibits.Asked> asked =
          desk.exhibits()
              .asked()
              .ask(
                  caseId,
                  new Exhibits.NewExhibit("x", "", Optional.empty(), "", ""),
                  List.of(new AskedExhibits.Named("An image", file)));
      fails = (act, f) -> act == Disturbance.Act.MOVE && f.toString().endsWith(".part");
      assertThat(desk.exhibits().take(asked.getFirst(), stopped()))
          .isInstanceOf(Taking.Stopped.class);
      fails = (act, f) -> false;
    }
    stands("org.sala.vault.Pieces.keepWhereItFits");
  }

  private static Progress stopped() {
    return new Progress() {
      @Override
      public void done(long bytes, long ofBytes) {
        // Nobody looks.
      }

      @Override
      public boolean stopped() {
        return true;
      }
    };
  }

  @Test
  void listsOfWhatWasErasedThatAreRemovedAlone() throws IOException {
    Path lists = workers.station().resolve("db");
    Desk desk = desk();
    Desks.station(desk).state().set(StationState.VIEW_ANEW, Value.flag(true));
    Desks.station(desk).view().close();
    fails = (act, file) -> act == Disturbance.Act.WRITE && file.startsWith(lists);
    assertThatThrownBy(desk::close).isInstanceOf(RuntimeException.class);
    assertThat(lists).isEmptyDirectory();
    stands("org.sala.store.ViewFile.destroy");
  }
}
