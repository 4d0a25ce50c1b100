package org.sala.casework.packages.seal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Station;
import org.sala.domain.IncarnationId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.parcel.ParcelHeader;
import org.sala.parcel.Purpose;

/**
 * Under which run of numbers headquarters speaks, and under which it spoke before it was brought
 * back from a backup. What one of before said that it has may be lost there, so that a station
 * believes the one alone that goes on. A headquarters that was brought back twice from one backup
 * knows nothing of itself in between; the stations tell it.
 */
@BehindTheDesk
public final class HeadquartersRuns {
  /** The note of headquarters that says how far each run of before goes. */
  static final String HAS = "headquartersHas";

  /** The note of a station that names the runs under which something came from headquarters. */
  private static final String HEARD = "headquartersRuns";

  /** At a station: the run that said so last. */
  private static final String SPEAKS = "headquartersRun";

  /** At headquarters: stations, and a run of before that each of them has named. */
  private static final String BEFORE = "runsBefore";

  /** No headquarters comes back from backups more often; a station names no more than these. */
  private static final int MOST = 32;

  private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final Station station;

  public HeadquartersRuns(Station station) {
    this.station = station;
  }

  /** Returns at headquarters all runs of before, as far as anybody has told of them. */
  public List<IncarnationId> before() {
    Set<IncarnationId> before = new LinkedHashSet<>(station.state().incarnationsBefore());
    station
        .state()
        .texts(BEFORE)
        .forEach(t -> before.add(IncarnationId.of(t.substring(t.indexOf(' ') + 1))));
    before.remove(SequenceNumbers.speaking(station));
    return List.copyOf(before);
  }

  /**
   * Learns at headquarters from a report under which runs that station heard something. It speaks
   * under one at a time, so that every other is one of before. One that never went on from a backup
   * has none of before, whatever a station says.
   */
  public void learn(ParcelHeader report) {
    String of = report.station().toString();
    if (report.purpose() != Purpose.REPORT
        || station.state().incarnationsBefore().isEmpty()
        || !station.state().texts("stations").contains(of)) {
      return;
    }
    Set<IncarnationId> before = Set.copyOf(before());
    List<String> told = station.state().texts(BEFORE);
    long named = told.stream().filter(t -> t.startsWith(of + " ")).count();
    List<String> all = new ArrayList<>(told);
    runs(report.notes().getOrDefault(HEARD, ""))
        .map(IncarnationId::of)
        .filter(i -> !before.contains(i) && !i.equals(SequenceNumbers.speaking(station)))
        .limit(Math.max(0, MOST - named))
        .forEach(i -> all.add(of + " " + i));
    if (all.size() > told.size()) {
      station.state().set(BEFORE, Value.texts(all));
    }
  }

  private static Stream<String> runs(String ids) {
    return Stream.of(ids.split(" ", -1)).filter(i -> i.matches(ID)).distinct();
  }

  /** Returns at a station the note that tells headquarters under which runs it was heard. */
  Map<String, String> heardNote() {
    List<String> heard = heard();
    return heard.isEmpty()
        ? Map.of()
        : Map.of(HEARD, String.join(" ", heard.subList(0, Math.min(MOST, heard.size()))));
  }

  private List<String> heard() {
    return station
        .state()
        .text("headquarters")
        .map(StationId::of)
        .map(hq -> station.view().arrivals().runs(hq))
        .orElse(List.of())
        .stream()
        .map(run -> run.substring(run.indexOf(' ') + 1))
        .toList();
  }

  /**
   * Returns at a station whether headquarters has to be told of one of its runs: the one that
   * speaks has not named it, and nobody but who heard it knows what was said under it.
   */
  boolean asks() {
    Optional<String> speaks = station.state().text(SPEAKS);
    return speaks.isPresent()
        && heard().stream().anyMatch(i -> !i.equals(speaks.get()) && !gaveUp(IncarnationId.of(i)));
  }

  /**
   * Whether with a package another run begins to speak at a station. One that knows of the run
   * which spoke so far has come after it; of two that do not know of each other the first is
   * believed until headquarters, which is told of both, has said more.
   */
  public boolean begins(ParcelHeader header) {
    String has = header.notes().get(HAS);
    Optional<String> speaks = station.state().text(SPEAKS);
    return has != null
        && !gaveUp(header.incarnation())
        && speaks.filter(s -> !names(has, s)).isEmpty()
        && speaks.filter(header.incarnation().toString()::equals).isEmpty();
  }

  /** Remembers at a station under which run headquarters goes on. */
  void heed(ParcelHeader header) {
    if (begins(header)) {
      station.state().set(SPEAKS, Value.text(header.incarnation().toString()));
    }
  }

  private static boolean names(String has, String run) {
    return Stream.of(has.split(" ", -1)).anyMatch(one -> one.startsWith(run + ":"));
  }

  /** Whether headquarters has said at a station that it goes on from a backup. */
  boolean isRestored() {
    return station.state().text(HAS).isPresent();
  }

  /** Whether headquarters has said at a station that it gave a run up. */
  public boolean gaveUp(IncarnationId run) {
    return station.state().text(HAS).filter(has -> names(has, run.toString())).isPresent();
  }

  /** Whether a station believes what headquarters says under a run of what is there. */
  public boolean believes(IncarnationId run) {
    return station.state().text(SPEAKS).map(run.toString()::equals).orElseGet(() -> !gaveUp(run));
  }
}
