package org.sala.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Workplace;
import org.sala.casework.exhibits.AskedExhibits;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Taking;
import org.sala.domain.RecordId;

/** An exhibit that is half read when the disk fills up waits for room, with what was read of it. */
class WaitingForRoomTest {
  @TempDir Path folder;
  private final byte[] content = new byte[1_500_000];
  private Path half;
  private RecordId caseId;

  @BeforeEach
  void oneThatALockHasStopped() throws IOException {
    new Random(282).nextBytes(content);
    Path file = Files.write(folder.resolve("image.bin"), content);
    half = folder.resolve("half");
    try (Desk desk = Desks.create(half, "Officer One Example", "one")) {
      caseId = desk.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
      Exhibits.NewExhibit words = new Exhibits.NewExhibit("x", "", Optional.empty(), "", "");
      desk.exhibits()
          .asked()
          .ask(caseId, words, List.of(new AskedExhibits.Named("An image", file)));
      assertThat(take(desk, until(500_000))).isInstanceOf(Taking.Stopped.class);
    }
    assertThat(pieces(half)).isNotEmpty();
  }

  private static Progress until(long most) {
    return new Progress() {
      private long at;

      @Override
      public void done(long bytes, long ofBytes) {
        at = bytes;
      }

      @Override
      public boolean stopped() {
        return at >= most;
      }
    };
  }

  private static Taking take(Desk desk, Progress progress) {
    return desk.exhibits().take(desk.exhibits().asked().left().getFirst(), progress);
  }

  private static List<String> pieces(Path workspace) throws IOException {
    try (Stream<Path> files = Files.list(workspace.resolve("objects"))) {
      return files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(".piece")).toList();
    }
  }

  private static Desk on(Disturbance disturbance, Path workspace) {
    return Workers.entered(
        new Workplace(new FaultyDisk(disturbance).path(workspace), Desks.CHEAP)
            .unlock("one", "phrase of one".toCharArray()));
  }

  @Test
  void whereverTheDiskFillsUpItWaitsAndIsTakenInOnceThereIsRoom() throws IOException {
    int waited = 0;
    boolean full = true;
    for (int acts = 1; full; acts += 1 + acts / 4) {
      Path there = folder.resolve("full at " + acts);
      Damages.copy(half, there);
      FullDisk disk = new FullDisk(acts, true);
      Disturbance[] now = {Disturbance.none()};
      Desk desk =
          on(
              new Disturbance() {
                @Override
                public int before(Act act, Path file, int length) throws IOException {
                  return now[0].before(act, file, length);
                }
              },
              there);
      now[0] = disk;
      Taking taking = take(desk, Progress.none());
      full = taking instanceof Taking.NoSpace;
      if (taking instanceof Taking.NoSpace n) {
        waited++;
        assertThat(n.needed()).as("room for all of it").isGreaterThan(content.length);
        assertThat(pieces(there)).as("what was read of it, full at %d", acts).isNotEmpty();
        assertThat(desk.exhibits().asked().left()).hasSize(1);
      }
      disk.free();
      if (full) {
        taking = take(desk, Progress.none());
      }
      assertThat(taking).as("full at %d", acts).isInstanceOf(Taking.Taken.class);
      assertThat(pieces(there)).isEmpty();
      RecordId exhibit = desk.exhibits().inCase(caseId).getFirst().id();
      assertThat(desk.exhibits().inCase(caseId)).hasSize(1);
      Path out = folder.resolve("out.bin");
      assertThat(desk.exhibits().export(exhibit, out, Progress.none()))
          .isInstanceOf(Exhibits.Exported.Written.class);
      assertThat(out).hasBinaryContent(content);
      Files.delete(out);
      desk.close();
    }
    assertThat(waited).isGreaterThan(5);
  }

  @Test
  void whoIsStoppedWhereThePiecesDoNotFitLosesNoneThatAreHere() throws IOException {
    List<String> before = pieces(half);
    Disturbance[] now = {Disturbance.none()};
    try (Desk desk =
        on(
            new Disturbance() {
              @Override
              public int before(Act act, Path file, int length) throws IOException {
                return now[0].before(act, file, length);
              }
            },
            half)) {
      now[0] =
          new Disturbance() {
            @Override
            public int before(Act act, Path file, int length) throws IOException {
              if (act == Act.MOVE && file.toString().endsWith(".part")) {
                throw new IOException("No space left on device");
              }
              return length;
            }
          };
      assertThat(take(desk, until(1_000_000))).isInstanceOf(Taking.Stopped.class);
      assertThat(pieces(half)).isEqualTo(before);
      now[0] = Disturbance.none();
      assertThat(take(desk, Progress.none())).isInstanceOf(Taking.Taken.class);
    }
  }
}
