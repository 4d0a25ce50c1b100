package org.sala.casework.packages.take;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.RecordStates;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;
import org.sala.domain.ChangeId;
import org.sala.domain.RecordId;

/** A large package goes into the journal some changes at a time. */
class ImportingTest {
  private static final int ACTS = 16;
  private static final int PEOPLE_IN_EACH = 200;

  @TempDir Path folder;
  private final List<RecordId> people = new ArrayList<>();
  private Desk hq;
  private Desk station;
  private Path file;

  @BeforeEach
  void aStationSealsSeveralThousandRevisions() {
    hq = Desks.headquarters(folder.resolve("hq"));
    station = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(station, hq, folder, "A");
    for (int i = 0; i < ACTS; i++) {
      int act = i;
      people.addAll(
          station
              .people()
              .register(
                  IntStream.range(0, PEOPLE_IN_EACH)
                      .mapToObj(
                          n ->
                              new People.NewPerson(
                                  "A-" + act + "-" + n, "", "Person Example", "f", "", "th"))
                      .toList()));
    }
    PackageLine line =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    file = station.packages().carry(line.id(), folder.resolve("usb"));
  }

  @AfterEach
  void everybodyGoesHome() {
    station.close();
    hq.close();
  }

  private CompletableFuture<Importing.Outcome> importing() {
    return CompletableFuture.supplyAsync(() -> hq.packages().take(file));
  }

  private static List<ChangeId> journal(Desk desk) {
    List<ChangeId> ids = new ArrayList<>();
    Desks.station(desk).journal().replay(0, run -> run.forEach(c -> ids.add(c.change().id())));
    return ids;
  }

  @Test
  void anImportThatWasCutOffIsDoneAgainAndEndsAsIfItHadNotBeen() throws Exception {
    long before = Desks.station(hq).journal().last();
    CompletableFuture<Importing.Outcome> first = importing();
    Path halfway = folder.resolve("halfway");
    AtomicLong there = new AtomicLong();
    // Copied as soon as some of it is in the journal, while nothing can be written to it.
    while (there.get() == 0 && !first.isDone()) {
      Desks.station(hq)
          .journal()
          .quietly(
              () -> {
                if (Desks.station(hq).journal().last() > before) {
                  there.set(Desks.station(hq).journal().last());
                  asAfterAPowerCut(folder.resolve("hq"), halfway);
                }
              });
      Thread.sleep(1);
    }
    Importing.Outcome.Imported whole = (Importing.Outcome.Imported) first.get(60, TimeUnit.SECONDS);
    assertThat(there.get() - before).isBetween(1L, ACTS - 1L);

    try (Desk again = Desks.unlock(halfway, "zero")) {
      assertThat(again.packages().list()).as("that it was taken is written last").isEmpty();
      Importing.Outcome.Imported in = (Importing.Outcome.Imported) again.packages().take(file);
      assertThat(in.changes()).isEqualTo(whole.changes());
      assertThat(in.records()).isEqualTo(whole.records());
      assertThat(in.held()).isZero();
      List<ChangeId> changes = journal(again);
      assertThat(new HashSet<>(changes)).as("each change once").hasSize(changes.size());
      for (RecordId person : people) {
        assertThat(Desks.station(again).view().records().find(person)).isPresent();
      }
      assertThat(again.packages().take(file)).isInstanceOf(Importing.Outcome.AlreadyImported.class);
      Path receipt = again.packages().carry(in.receipt().orElseThrow(), folder.resolve("usb"));
      assertThat(station.packages().take(receipt)).isInstanceOf(Importing.Outcome.Imported.class);
      assertThat(station.packages().reached(people.getLast()))
          .isEqualTo(RecordStates.Reached.RECEIVED);
      assertThat(station.packages().plan(Optional.empty()).changes()).isEmpty();
    }
  }

  /** What the disk holds at this moment; the view is made anew, as after a cut in its midst. */
  private static void asAfterAPowerCut(Path from, Path to) {
    try (var files = Files.walk(from)) {
      for (Path f : files.toList()) {
        Path inside = from.relativize(f);
        Path target = to.resolve(inside.toString());
        if (Files.isDirectory(f)) {
          Files.createDirectories(target);
        } else if (!inside.startsWith("db") && !inside.toString().equals("lock")) {
          Files.copy(f, target);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whoeverTypesDuringAnImportIsSavedBeforeItEnds() throws Exception {
    int before = journal(hq).size();
    CompletableFuture<Importing.Outcome> import1 = importing();
    Set<ChangeId> mine = new HashSet<>();
    while (!import1.isDone()) {
      RecordId own =
          hq.cases().open(new Cases.NewCase("In between", "rescue", "normal", "Example Town", ""));
      assertThat(hq.cases().find(own)).as("saved and shown at once").isPresent();
      mine.add(Desks.station(hq).view().records().revisions(own).getFirst().change());
      Thread.sleep(5);
    }
    assertThat(import1.get(60, TimeUnit.SECONDS)).isInstanceOf(Importing.Outcome.Imported.class);
    Set<ChangeId> theirs = new HashSet<>(journal(station));
    List<Boolean> brought = new ArrayList<>();
    journal(hq).stream()
        .skip(before)
        .filter(c -> theirs.contains(c) || mine.contains(c))
        .forEach(c -> brought.add(theirs.contains(c)));
    assertThat(brought.subList(brought.indexOf(true), brought.lastIndexOf(true)))
        .as("in the midst of the package")
        .contains(false);
  }
}
