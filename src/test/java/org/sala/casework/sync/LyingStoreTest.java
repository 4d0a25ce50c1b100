package org.sala.casework.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.carrier.Carrier;
import org.sala.carrier.Copying;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.people.People;
import org.sala.casework.station.Progress;

/** A store lists one package and gives another one for it; later it gives what it lists. */
class LyingStoreTest {
  @TempDir Path folder;
  private final Gives store = new Gives();
  private Desk hq;
  private Desk one;

  @BeforeEach
  void aStationAndItsHeadquarters() {
    hq = Desks.headquarters(folder.resolve("hq"));
    one = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(one, hq, folder, "A");
  }

  @AfterEach
  void everybodyGoesHome() {
    one.close();
    hq.close();
  }

  /** Gives under every name the file that it was told to. */
  private static final class Gives implements Carrier {
    private final Map<String, byte[]> files = new TreeMap<>();
    private Optional<String> always = Optional.empty();
    private Optional<byte[]> begins = Optional.empty();
    private int fetched;
    private int heads;

    private byte[] content(Waiting what) {
      return Objects.requireNonNull(files.get(always.orElse(what.name())));
    }

    @Override
    public Sent send(Path file, String name, String digest, Copying copying) throws IOException {
      return files.putIfAbsent(name, Files.readAllBytes(file)) == null ? Sent.SENT : Sent.THERE;
    }

    @Override
    public List<Waiting> waiting() {
      return files.entrySet().stream()
          .map(e -> new Waiting(e.getKey(), e.getValue().length, "mark of " + e.getKey()))
          .toList();
    }

    @Override
    public byte[] head(Waiting what, int most) {
      heads++;
      byte[] all = begins.orElseGet(() -> content(what));
      return Arrays.copyOf(all, Math.min(most, all.length));
    }

    @Override
    public Optional<Path> fetch(Waiting what, Path to, Copying copying) throws IOException {
      fetched++;
      return Optional.of(Files.write(to.resolve(what.name()), content(what)));
    }

    @Override
    public void close() {
      // What lies there stays.
    }
  }

  private String seal(String wristband) throws IOException {
    one.people()
        .register(List.of(new People.NewPerson(wristband, "", "Person Example", "f", "", "th")));
    PackageLine line = one.packages().seal(one.packages().plan(Optional.empty()), Progress.none());
    Path file = one.packages().carry(line.id(), Files.createDirectories(folder.resolve("usb")));
    store.files.put(line.fileName(), Files.readAllBytes(file));
    return line.fileName();
  }

  /** Each round is one of a program that has started anew. */
  private Tally round() {
    try (Seen seen = new Seen(Desks.station(hq))) {
      return new Round(
              Desks.station(hq), hq.packages(), seen, Untold.by(one), Runnable::run, () -> 0, false)
          .over("store", store, new Watch(() -> false, far -> {}), OptionalInt.empty());
    }
  }

  private long came() {
    return hq.packages().list().stream().filter(p -> !p.outgoing()).count();
  }

  /** A new month makes every file new: both days are of the next one. */
  private void onDayOfNextMonth(int day) {
    hq.close();
    LocalDate now = LocalDate.now(Desks.CHEAP.clock());
    LocalDate then = now.plusMonths(1).withDayOfMonth(day);
    Duration until = Duration.ofDays(ChronoUnit.DAYS.between(now, then));
    hq = Desks.unlockAfter(until, folder.resolve("hq"), "zero");
  }

  @Test
  void aPackageWhoseBeginningAStoreLiedAboutIsAskedForAgainWithinAWeek() throws IOException {
    seal("A-1");
    onDayOfNextMonth(1);
    store.begins = Optional.of(new byte[4096]);
    round();
    store.begins = Optional.empty();
    round();
    assertThat(store.heads).as("not with every round").isEqualTo(1);
    for (int day = 2; day <= 8; day++) {
      onDayOfNextMonth(day);
      round();
    }
    assertThat(came()).isEqualTo(1);
    assertThat(store.heads).as("nor every day").isEqualTo(2);
  }

  @Test
  void whatAStoreGaveUnderAnothersNameIsAskedForAgainTheNextDay() throws IOException {
    String first = seal("A-1");
    onDayOfNextMonth(5);
    assertThat(round().count(Tally.Became.TAKEN_IN)).isEqualTo(1);
    seal("A-2");
    store.always = Optional.of(first);
    round();
    assertThat(came()).as("the first one, twice").isEqualTo(1);
    store.always = Optional.empty();
    int fetched = store.fetched;
    round();
    assertThat(store.fetched).as("not with every round").isEqualTo(fetched);
    onDayOfNextMonth(6);
    assertThat(round().count(Tally.Became.TAKEN_IN)).isEqualTo(1);
    assertThat(came()).isEqualTo(2);
    assertThat(round().count(Tally.Became.TAKEN_IN)).as("and then no more").isZero();
  }
}
