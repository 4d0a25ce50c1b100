package org.sala.casework.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.carrier.CarrierFault;
import org.sala.casework.Desk;
import org.sala.casework.Halls;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;

/** Room is made on a real stick that is pulled out in the middle of it. */
class CleaningTest {
  @TempDir Path folder;

  private static List<String> on(Path stick) throws IOException {
    try (var files = Files.list(stick)) {
      return files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(".sala")).toList();
    }
  }

  @Test
  void aStickThatIsPulledOutWhileItIsCleanedLosesNothingButWhatIsReceipted() throws IOException {
    try (Halls hall = Halls.of(folder, "A")) {
      Desk one = hall.station("A");
      for (String number : List.of("A-1", "A-2")) {
        one.people()
            .register(List.of(new People.NewPerson(number, "", "Person Example", "f", "", "th")));
        hall.report(one);
      }
      Path stick = hall.stick();
      Path pocket = folder.resolve("pocket");
      String carrier = one.sync().carriers().addFolder(stick, "Stick").id();
      List<String> before = on(stick);
      Cleaned would = one.sync().cleanable(carrier).orElseThrow();
      assertThat(would.names()).hasSize(3);
      assertThat(on(stick)).as("asking takes nothing away").isEqualTo(before);

      assertThatThrownBy(() -> one.sync().clean(carrier, pulled(stick, pocket)))
          .isInstanceOfSatisfying(
              CarrierFault.class, f -> assertThat(f.why()).isEqualTo(CarrierFault.Why.AWAY));
      assertThat(on(pocket)).hasSize(before.size() - 1);
      assertThat(on(folder.resolve("a").resolve("outbox")))
          .as("the laptop keeps its copies")
          .containsAll(would.names());

      Files.move(pocket, stick);
      Cleaned rest = one.sync().clean(carrier, Progress.none()).orElseThrow();
      assertThat(rest.names()).hasSize(2).allMatch(would.names()::contains);
      assertThat(on(stick))
          .as("what came from others stays")
          .hasSize(before.size() - 3)
          .doesNotContainAnyElementsOf(would.names());
      assertThat(one.sync().cleanable(carrier).orElseThrow().names()).isEmpty();
    }
  }

  /** Pulls the stick out after the first package has gone from it. */
  private static Progress pulled(Path stick, Path pocket) {
    return new Progress() {
      @Override
      public void done(long bytes, long ofBytes) {
        try {
          Files.move(stick, pocket);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public boolean stopped() {
        return false;
      }
    };
  }
}
