package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.ui.route.Place;

/** One button seals and carries what waits for stations, once a folder was chosen. */
class SendWaitingJourneyTest extends JourneyWindow {
  @TempDir static Path folder;
  private final Path stick = folder.resolve("stick");
  private final AtomicInteger asked = new AtomicInteger();
  private volatile boolean chooses;

  @Override
  protected Path workspace() {
    return folder.resolve("hq");
  }

  @Override
  public Optional<Path> folder(String title) {
    asked.incrementAndGet();
    return Optional.of(stick).filter(s -> chooses);
  }

  @Test
  void whoChoosesNoFolderHasNothingSealed() {
    Desks.stick(stick);
    try (Desk hq = Desks.headquarters(folder.resolve("hq"));
        Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      Desks.enrol(station, hq, folder, "A");
      hq.bulletins().tell("The old hotline is dead", "Call 0-0000 instead.");
    }
    interact(() -> enter(Desks.unlock(folder.resolve("hq"), "zero")));
    until("#next");
    interact(() -> shell.go(new Place.Stations()));
    until("#send-decisions");
    clickOn("#send-decisions");
    soon(() -> asked.get() == 1);
    assertThat(desk.packages().list()).isEmpty();
    assertThat(desk.decisions().owed()).hasSize(1);

    chooses = true;
    clickOn("#send-decisions");
    untilSaid("1 package was copied");
    assertThat(carried()).isEqualTo(1);
    assertThat(desk.forStations().waiting()).isEmpty();
  }

  private long carried() {
    try (Stream<Path> all = Files.list(stick)) {
      return all.filter(f -> f.toString().endsWith(".sala")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
