package org.sala.casework.exhibits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Taking;
import org.sala.domain.RecordId;

/** A file longer than what is read between two locks comes to its end all the same. */
class TakingOnTest {
  private static final int SIZE = 2_000_000;

  @TempDir Path folder;
  private final byte[] content = new byte[SIZE];
  private Path workspace;
  private Path file;
  private RecordId caseId;

  @BeforeEach
  void aFileThatIsAskedFor() throws IOException {
    workspace = folder.resolve("w");
    new Random(179).nextBytes(content);
    file = Files.write(folder.resolve("image.bin"), content);
    try (Desk desk = Desks.create(workspace, "Officer One Example", "one")) {
      caseId = desk.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
      desk.exhibits()
          .asked()
          .ask(
              caseId,
              new Exhibits.NewExhibit("x", "", Optional.empty(), "", ""),
              List.of(new AskedExhibits.Named("An image", file)));
    }
  }

  /** Stops once so many bytes are read, and tells where it began. */
  private static final class Until implements Progress {
    private final long most;
    private long first = -1;
    private long at;

    Until(long most) {
      this.most = most;
    }

    @Override
    public void done(long bytes, long ofBytes) {
      first = first < 0 ? bytes : first;
      at = bytes;
    }

    @Override
    public boolean stopped() {
      return at >= most;
    }
  }

  private Taking take(Progress progress) {
    try (Desk desk = Desks.unlock(workspace, "one")) {
      List<AskedExhibits.Asked> left = desk.exhibits().asked().left();
      return desk.exhibits().take(left.getFirst(), progress);
    }
  }

  private Until until(long most) {
    Until until = new Until(most);
    assertThat(take(until)).isInstanceOf(Taking.Stopped.class);
    return until;
  }

  private List<String> pieces() throws IOException {
    try (var files = Files.list(workspace.resolve("objects"))) {
      return files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(".piece")).toList();
    }
  }

  private byte[] taken() throws IOException {
    assertThat(take(Progress.none())).isInstanceOf(Taking.Taken.class);
    assertThat(pieces()).as("nothing is left of them").isEmpty();
    try (Desk desk = Desks.unlock(workspace, "one")) {
      assertThat(desk.exhibits().asked().left()).isEmpty();
      RecordId exhibit = desk.exhibits().inCase(caseId).getFirst().id();
      assertThat(desk.exhibits().export(exhibit, folder.resolve("out.bin"), Progress.none()))
          .isInstanceOf(Exhibits.Exported.Written.class);
    }
    return Files.readAllBytes(folder.resolve("out.bin"));
  }

  /** Changes the file behind the program's back: neither its size nor its time tells. */
  private void swap(int at) throws IOException {
    FileTime time = Files.getLastModifiedTime(file);
    byte[] swapped = Files.readAllBytes(file);
    swapped[at] ^= 1;
    Files.write(file, swapped);
    Files.setLastModifiedTime(file, time);
  }

  @Test
  void itGoesOnWhereALockStoppedItAndReadsNothingTwice() throws IOException {
    Until first = until(500_000);
    assertThat(pieces()).hasSize(1);
    swap(7);
    Until second = until(1_200_000);
    assertThat(second.first).isGreaterThan(first.at);
    Until third = until(1_900_000);
    assertThat(third.first).isGreaterThan(second.at);
    assertThat(pieces()).hasSize(3);
    assertThat(taken()).as("as it was when it was read").isEqualTo(content);
  }

  /** Nobody typed a time: what is known is that it was here when it was named. */
  @Test
  void itWasTakenWhenItWasNamedAndNotAtTheUnlockAtWhichItEnded() throws IOException {
    until(500_000);
    Instant stopped = Instant.now();
    taken();
    try (Desk desk = Desks.unlock(workspace, "one")) {
      RecordId exhibit = desk.exhibits().inCase(caseId).getFirst().id();
      assertThat(desk.exhibits().custody().of(exhibit).getFirst().at().orElseThrow().instant())
          .isBefore(stopped);
    }
  }

  @Test
  void aLockWhileItIsPutTogetherLosesNothingOfIt() throws IOException {
    until(500_000);
    Progress twice =
        new Progress() {
          private long last;
          private boolean again;

          @Override
          public void done(long bytes, long ofBytes) {
            again |= bytes < last;
            last = bytes;
          }

          @Override
          public boolean stopped() {
            return again;
          }
        };
    assertThat(take(twice)).isInstanceOf(Taking.Stopped.class);
    assertThat(pieces()).as("all of it").hasSize(2);
    assertThat(taken()).isEqualTo(content);
  }

  @Test
  void aFileThatWasChangedMeanwhileBeginsAnew() throws IOException {
    until(500_000);
    byte[] other = new byte[SIZE + 1];
    Files.write(file, other);
    assertThat(taken()).isEqualTo(other);
  }

  @Test
  void whatIsPutTogetherOfTwoStatesOfAFileIsNotTakenIn() throws IOException {
    until(500_000);
    byte[] other = new byte[SIZE];
    Progress changing =
        new Progress() {
          private boolean changed;

          @Override
          public void done(long bytes, long ofBytes) {
            if (!changed) {
              changed = true;
              try {
                Files.write(file, other);
                Files.setLastModifiedTime(file, FileTime.fromMillis(0));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            }
          }

          @Override
          public boolean stopped() {
            return false;
          }
        };
    assertThat(take(changing)).isInstanceOf(Taking.Taken.class);
    assertThat(pieces()).isEmpty();
    try (Desk desk = Desks.unlock(workspace, "one")) {
      RecordId exhibit = desk.exhibits().inCase(caseId).getFirst().id();
      desk.exhibits().export(exhibit, folder.resolve("out.bin"), Progress.none());
    }
    assertThat(folder.resolve("out.bin")).hasBinaryContent(other);
  }

  @Test
  void aFileThatDoesNotShowAgainWhatWasReadLastIsNoneOfIt() throws IOException {
    Until first = until(500_000);
    swap((int) first.at - 10);
    assertThat(take(Progress.none())).isInstanceOf(Taking.Unreadable.class);
    assertThat(pieces()).isEmpty();
  }

  @Test
  void aSpoiledPieceIsReadAnew() throws IOException {
    until(500_000);
    Path piece = workspace.resolve("objects").resolve(pieces().getFirst());
    Files.write(piece, new byte[100]);
    assertThat(taken()).isEqualTo(content);
  }

  @Test
  void whatNobodyWaitsForAnyMoreIsTakenAway() throws IOException {
    until(500_000);
    try (Desk desk = Desks.unlock(workspace, "one")) {
      desk.exhibits().asked().over(desk.exhibits().asked().left().getFirst());
      assertThat(pieces()).isEmpty();
    }
  }
}
