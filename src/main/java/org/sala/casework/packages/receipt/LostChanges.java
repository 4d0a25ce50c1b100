package org.sala.casework.packages.receipt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.casework.packages.seal.HowFar;
import org.sala.casework.packages.seal.RestoreRequest;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.casework.packages.seal.WholeChanges;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.domain.AttachedFile;
import org.sala.domain.AuditEntry;
import org.sala.domain.Change;
import org.sala.domain.ChangeId;
import org.sala.domain.Compartment;
import org.sala.domain.IncarnationId;
import org.sala.domain.Revision;
import org.sala.domain.RevisionId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.journal.Committed;
import org.sala.parcel.ParcelHeader;

/**
 * What a restored laptop has lost and headquarters has got before: the station says how far it
 * goes, and the rest comes back with the receipt, as its officers wrote and signed it.
 */
@BehindTheDesk
public final class LostChanges {
  private static final String ASKED = "restored.";

  /** Under which runs of numbers a station has asked. */
  private static final String RUNS = "restoredRuns.";

  /** A laptop is brought back less often. */
  private static final int MOST = 32;

  private final Station station;

  public LostChanges(Station station) {
    this.station = station;
  }

  /** Returns at headquarters the note that says that this is the answer. */
  static Map<String, String> note(ParcelHeader asked, Map<String, String> notes) {
    if (!asks(asked)) {
      return notes;
    }
    Map<String, String> more = new HashMap<>(notes);
    more.put(RestoreRequest.GAVE, asked.incarnation().toString());
    return more;
  }

  /**
   * At headquarters: keeps what a restored laptop asked, for packages that it sealed before it was
   * lost may come after it was answered. What is no such question is not kept, and the audit says
   * so.
   */
  public void remember(ParcelHeader asked, AuditTrail audit) {
    @Nullable String has = asked.notes().get(RestoreRequest.HAS);
    if (has == null) {
      return;
    }
    if (!asks(asked)) {
      audit.note(AuditEntry.Act.REFUSED, "what " + asked.station() + " has lost");
      return;
    }
    String run = asked.incarnation().toString();
    if (!asked(asked.station()).equals(List.of(run, has))) {
      station.state().set(ASKED + asked.station(), Value.texts(List.of(run, has)));
    }
    List<String> runs = station.state().texts(RUNS + asked.station());
    if (!runs.contains(run) && runs.size() < MOST) {
      List<String> all = new ArrayList<>(runs);
      all.add(run);
      station.state().set(RUNS + asked.station(), Value.texts(all));
    }
  }

  /**
   * Returns the note that tells a laptop under which runs it has asked: brought back twice from one
   * backup, it knows of the last one alone.
   */
  Map<String, String> runsNote(StationId to) {
    List<String> runs = station.state().texts(RUNS + to);
    return runs.size() < 2 ? Map.of() : Map.of(RestoreRequest.RUNS, String.join(" ", runs));
  }

  /** Whether a package is a restored laptop's, which asks for what it has lost. */
  static boolean asks(ParcelHeader header) {
    return !upTo(header.notes().getOrDefault(RestoreRequest.HAS, "")).isEmpty();
  }

  /** The incarnation that a restored laptop went on under before. */
  static Optional<String> before(ParcelHeader header) {
    List<String> all =
        List.copyOf(upTo(header.notes().getOrDefault(RestoreRequest.HAS, "")).keySet());
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /** Incarnations whose place another has taken since. */
  public Set<String> gaveUp(StationId of) {
    List<String> before = asked(of);
    return before.size() == 2 ? upTo(before.get(1)).keySet() : Set.of();
  }

  /** The incarnation that asked last, and how far it goes; nothing where none did. */
  private List<String> asked(StationId station) {
    return this.station.state().texts(ASKED + station);
  }

  /**
   * Returns at headquarters the changes of the asking station which it does not have, in the order
   * they came. A package of an incarnation before the one that asked has brought more of them.
   */
  List<Change> lost(ParcelHeader asked) {
    String has = asked.notes().get(RestoreRequest.HAS);
    if (has != null && asks(asked)) {
      return lost(asked.station(), asked.incarnation().toString(), upTo(has));
    }
    List<String> before = asked(asked.station());
    if (before.size() != 2) {
      return List.of();
    }
    Map<String, Long> upTo = upTo(before.get(1));
    return upTo.containsKey(asked.incarnation().toString())
        ? lost(asked.station(), before.getFirst(), upTo)
        : List.of();
  }

  private static Map<String, Long> upTo(String has) {
    return HowFar.read(has).orElse(Map.of());
  }

  /**
   * @param now the incarnation that asked
   * @param upTo how far it has those before it
   */
  private List<Change> lost(StationId of, String now, Map<String, Long> upTo) {
    Set<String> authors = authors(of);
    Set<ChangeId> unfit = station.view().changes().unfit();
    Map<ChangeId, Change> lost = new LinkedHashMap<>();
    station
        .journal()
        .replay(
            0,
            run -> {
              for (Committed c : run) {
                var h = c.change().header();
                boolean theirs =
                    h.station().equals(of)
                        && !h.incarnation().toString().equals(now)
                        && h.number() > upTo.getOrDefault(h.incarnation().toString(), 0L);
                // Of an author in doubt nothing goes out in headquarters' name.
                if (theirs && authors.contains(h.author().hex()) && !unfit.contains(h.id())) {
                  lost.put(h.id(), c.change());
                }
              }
            });
    return lost.values().stream().map(c -> WholeChanges.of(station, c)).toList();
  }

  /**
   * Returns at headquarters what a laptop that asked before has lost, whoever has brought it since.
   * What a neighbour passes on comes in no package of the station's own.
   */
  List<ChangeId> lostBefore(StationId of) {
    List<String> before = asked(of);
    List<ChangeId> lost = new ArrayList<>();
    if (before.size() == 2) {
      Set<String> authors = authors(of);
      upTo(before.get(1))
          .forEach(
              (incarnation, number) ->
                  lost.addAll(
                      station
                          .view()
                          .changes()
                          .behind(of, IncarnationId.of(incarnation), number, authors)));
    }
    return lost;
  }

  private Set<String> authors(StationId of) {
    return new Roster(station.state())
        .goodAt(station.now().instant(), of).stream()
            .map(c -> c.key().fingerprint())
            .collect(Collectors.toSet());
  }

  /** Returns whether any of the changes is under the protection compartment. */
  static boolean isProtected(List<Change> changes) {
    return changes.stream()
        .flatMap(c -> c.revisions().stream())
        .anyMatch(r -> r.compartment() == Compartment.PROTECTION);
  }

  /**
   * Revisions whose files are not here any more: their ids alone go back, for a package that lacks
   * a file that it names is refused whole.
   */
  Set<RevisionId> withheld(List<Change> changes) {
    return changes.stream()
        .flatMap(c -> c.revisions().stream())
        .filter(r -> AttachedFile.in(r).stream().anyMatch(f -> !isHere(r, f)))
        .map(Revision::id)
        .collect(Collectors.toSet());
  }

  boolean isHere(Revision r, AttachedFile f) {
    return station
        .objects()
        .find(r.scope(), r.compartment(), f.digest())
        .filter(station.objects()::intact)
        .isPresent();
  }

  /** The files that changes name and that are here, but for those of what is withheld. */
  List<SealPlan.Enclosed> files(List<Change> changes, Set<RevisionId> withheld) {
    Map<String, SealPlan.Enclosed> files = new LinkedHashMap<>();
    for (Change c : changes) {
      for (Revision r : c.revisions()) {
        for (AttachedFile f : AttachedFile.in(r)) {
          if (!withheld.contains(r.id()) && isHere(r, f)) {
            files.putIfAbsent(
                f.digest(), new SealPlan.Enclosed(r.scope(), r.compartment(), f, r.record()));
          }
        }
      }
    }
    return List.copyOf(files.values());
  }
}
