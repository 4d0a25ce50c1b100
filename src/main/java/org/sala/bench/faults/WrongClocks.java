package org.sala.bench.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.Desk;
import org.sala.casework.Pending;
import org.sala.casework.consent.Consents;
import org.sala.casework.history.Histories;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Tools;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/**
 * F14: a laptop whose clock is years off, goes back, or changes its zone. The order of what was
 * done stays, the officer is told of a clock that cannot be right, and nothing is refused.
 */
public final class WrongClocks {
  private final Path root;
  private final Tools tools;

  /** A clock that can be set. */
  private static final class Settable extends Clock {
    private Duration off = Duration.ZERO;
    private ZoneId zone = ZoneId.of("Asia/Bangkok");

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      Settable clock = new Settable();
      clock.off = off;
      clock.zone = other;
      return clock;
    }

    @Override
    public Instant instant() {
      return Instant.now(Clock.system(ZoneOffset.UTC)).plus(off);
    }
  }

  /**
   * One way to be wrong.
   *
   * @param flag what the officer is told when the clock is so; nothing where it may be right
   */
  private record Way(Duration off, ZoneId zone, Optional<Pending> flag) {}

  private boolean clockOrderDiffers;

  public WrongClocks(Path root, Tools tools) {
    this.root = root;
    this.tools = tools;
  }

  private static Map<String, Way> ways() {
    ZoneId here = ZoneId.of("Asia/Bangkok");
    Duration decade = Duration.ofDays(3652);
    Map<String, Way> ways = new LinkedHashMap<>();
    ways.put("ten years ahead", new Way(decade, here, Optional.of(Pending.CLOCK_AHEAD)));
    ways.put(
        "ten years behind", new Way(decade.negated(), here, Optional.of(Pending.CLOCK_BEHIND)));
    ways.put(
        "an hour behind", new Way(Duration.ofHours(-1), here, Optional.of(Pending.CLOCK_BEHIND)));
    ways.put(
        "another zone", new Way(Duration.ZERO, ZoneId.of("America/Los_Angeles"), Optional.empty()));
    ways.put(
        "a zone half an hour off",
        new Way(Duration.ZERO, ZoneId.of("Asia/Yangon"), Optional.empty()));
    return ways;
  }

  /** The broken variant: a history in the order of the clock. Whether that was another one. */
  public boolean foundWhereOrderIsByClock() {
    return clockOrderDiffers;
  }

  /** Ways that are tried. */
  public int count() {
    return ways().size();
  }

  /** Tries every way; what went wrong. */
  public List<String> run() throws IOException {
    Workers whole = new Workers(root.resolve("whole"), tools);
    Night.found(whole);
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, Way> way : ways().entrySet()) {
      Path trial = root.resolve("trial");
      Damages.clear(trial);
      Damages.copy(whole.root(), trial);
      new Trial(trial, way.getKey(), way.getValue(), wrong).run();
    }
    return wrong;
  }

  private final class Trial {
    private final Settable clock = new Settable();
    private final Workers workers;
    private final String name;
    private final Way way;
    private final List<String> wrong;
    private int edits;

    Trial(Path folder, String name, Way way, List<String> wrong) {
      this.workers =
          new Workers(
              folder,
              new Tools(clock, tools.random(), tools.policy(), tools.newWorkspaces().get()));
      this.name = name;
      this.way = way;
      this.wrong = wrong;
    }

    private void check(boolean right, String what) {
      if (!right) {
        wrong.add(name + ": " + what);
      }
    }

    void run() throws IOException {
      try (Desk station = open()) {
        check(clockFlags(station).isEmpty(), "flagged while it was right");
        edit(station);
      }
      clock.off = way.off();
      clock.zone = way.zone();
      try (Desk station = open()) {
        check(clockFlags(station).equals(way.flag().stream().toList()), "not flagged as it should");
        edit(station);
        edit(station);
        send(station);
      } catch (CaseworkFault | Night.NotDone e) {
        check(false, "refused: " + e.getMessage());
      }
      // Behind what was done while it was ahead, or years after what was done while it was behind.
      boolean leap = clock.off.isPositive() || clock.off.toDays() < -365;
      clock.off = Duration.ZERO;
      clock.zone = ZoneId.of("Asia/Bangkok");
      try (Desk station = open()) {
        check(!clockFlags(station).isEmpty() == leap, "flagged wrongly once it was right");
        edit(station);
        order(station);
      }
      try (Desk station = open()) {
        check(clockFlags(station).isEmpty(), "still flagged when it has been right for a while");
        order(station);
      }
    }

    private Desk open() {
      return workers.openStation(workers.station(), 0);
    }

    private List<Pending> clockFlags(Desk desk) {
      return desk.pending().stream().filter(p -> p.name().startsWith("CLOCK_")).toList();
    }

    private RecordId person(Desk desk) {
      return desk.people().list("", "changed", true, 0, 100).stream()
          .filter(p -> p.wristband().equals("M-0"))
          .findFirst()
          .orElseThrow()
          .id();
    }

    private void edit(Desk desk) {
      edits++;
      desk.people().edit(person(desk), Map.of("needs", Value.text("need " + edits)), "");
    }

    /** Headquarters' clock is right: what comes from a wrong one is taken in like any other. */
    private void send(Desk station) throws IOException {
      station
          .consents()
          .ask(
              person(station),
              "investigation-and-protection",
              "headquarters",
              Consents.Answer.YES,
              Set.of(),
              new Consents.How("my", "", "Guardian Example"));
      PackageLine sealed =
          station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
      Path carried = station.packages().carry(sealed.id(), workers.usb());
      try (Desk hq = new Workers(workers.root(), tools).openHeadquarters()) {
        Importing.Outcome outcome = hq.packages().take(carried);
        if (!(outcome instanceof Importing.Outcome.Imported imported)) {
          throw new Night.NotDone("not imported: " + outcome.getClass().getSimpleName());
        }
        check(
            Night.number(hq, person(station)).equals(Optional.of((long) edits)),
            "headquarters shows another value");
        station
            .packages()
            .take(hq.packages().carry(imported.receipt().orElseThrow(), workers.usb()));
      }
    }

    /** What was done last is shown, and stands last in the history, whatever the clock said. */
    private void order(Desk desk) {
      RecordId id = person(desk);
      check(Night.number(desk, id).equals(Optional.of((long) edits)), "an older value is shown");
      List<Histories.Entry> history = new ArrayList<>(desk.histories().of(id));
      List<String> expected = new ArrayList<>();
      for (int i = 0; i <= edits; i++) {
        expected.add("need " + i);
      }
      check(needs(history).equals(expected), "the history has another order");
      history.sort(Comparator.comparing((Histories.Entry e) -> e.time().instant()).reversed());
      clockOrderDiffers |= !needs(history).equals(expected);
    }

    /** What the needs were, the first ones first. */
    private static List<String> needs(List<Histories.Entry> lastFirst) {
      List<String> needs = new ArrayList<>();
      for (Histories.Entry e : lastFirst) {
        e.fields().stream()
            .filter(f -> f.key().equals("needs"))
            .forEach(f -> f.after().flatMap(Value::asText).ifPresent(needs::addFirst));
      }
      return needs;
    }
  }
}
