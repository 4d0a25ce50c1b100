package org.sala.bench.swarm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sala.casework.joining.Disagreements;
import org.sala.casework.joining.SamePeople;
import org.sala.casework.station.CaseworkFault;
import org.sala.domain.Change;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.journal.Committed;
import org.sala.store.SamePersonRows;

/**
 * Plays that two records are said to be one person's, and that this is taken back; and judges what
 * each laptop says of it by nothing but what was written and by whom.
 */
final class Links {
  private final World world;

  Links(World world) {
    this.world = world;
  }

  private static SamePeople at(Laptop laptop) {
    return new SamePeople(laptop.station(), laptop.ledger(), laptop.officers(), laptop.people());
  }

  /** Somebody says that two records are of one person. */
  void same(Laptop at, RecordId one, RecordId other) {
    if (!one.equals(other)) {
      try {
        at(at).same(one, other, "by the tattoo");
        world.tally().did(Deed.LINKED);
      } catch (CaseworkFault e) {
        // Two among them were said to be different.
        if (e.code() != CaseworkFault.Code.SAID_DIFFERENT) {
          throw e;
        }
      }
    }
  }

  private static boolean isHere(Laptop at, RecordId person) {
    return at.people().find(person).isPresent();
  }

  /** Takes back one of the words that stand there, or says that they are two. */
  void part(Laptop at, int which, boolean different) {
    List<SamePersonRows.Said> said =
        at.station().view().samePeople().said(Set.of()).stream()
            .filter(SamePersonRows.Said::same)
            .filter(s -> isHere(at, s.one()) && isHere(at, s.other()))
            .sorted(java.util.Comparator.comparing(s -> s.id().toString()))
            .toList();
    if (said.isEmpty()) {
      return;
    }
    SamePersonRows.Said one = said.get(Math.floorMod(which, said.size()));
    try {
      if (different) {
        at(at).different(one.one(), one.other(), "they met");
      } else {
        at(at).takeBack(one.one(), one.other(), "it was a mistake");
      }
    } catch (CaseworkFault e) {
      if (e.code() != CaseworkFault.Code.PROTECTS) {
        throw e;
      }
      Disagreements.Decided came =
          at(at)
              .byTwo(
                  one.one(), one.other(), different, "they met", Founded.SECOND, Founded.phrase());
      if (came == Disagreements.Decided.NOT_CERTIFIED && mayBeOutOfTime(at)) {
        return;
      }
      if (came != Disagreements.Decided.DONE) {
        throw new IllegalStateException(came.name());
      }
    }
    world.tally().did(Deed.PARTED);
  }

  /** By a clock that is wrong no certificate holds, nor does that of somebody taken back. */
  private boolean mayBeOutOfTime(Laptop at) {
    return !at.clock().off().isZero() || world.gone().any();
  }

  /** What is wrong with what a laptop says of two records, or was told of them. */
  List<String> wrong(Laptop at) {
    List<String> wrong = new ArrayList<>();
    Set<String> shown = new TreeSet<>();
    for (SamePersonRows.Said s : at.station().view().samePeople().said(Set.of())) {
      shown.add(s.id() + " " + s.same() + " " + s.different());
    }
    if (!shown.equals(holding(at))) {
      wrong.add(at + ": says otherwise of two records than holds");
    }
    if (at != world.headquarters() && !world.gone().isGone(at)) {
      told(at, wrong);
    }
    return wrong;
  }

  /** A revision, and the station that wrote it. */
  private record By(Revision revision, StationId station) {
    boolean says(String word) {
      return Value.text(word).equals(revision.fields().get("word"));
    }
  }

  private static List<By> written(Laptop at) {
    List<By> all = new ArrayList<>();
    for (Committed c : at.journal().committed()) {
      Change change = c.change();
      change.revisions().forEach(r -> all.add(new By(r, change.header().station())));
    }
    return all;
  }

  private static Map<RecordId, List<By>> links(Laptop at) {
    Map<RecordId, List<By>> links = new HashMap<>();
    for (By by : written(at)) {
      if (by.revision().kind().equals(Kinds.SAME_PERSON.key())) {
        links.computeIfAbsent(by.revision().record(), r -> new ArrayList<>()).add(by);
      }
    }
    return links;
  }

  /** Returns the records here that say something of two others. */
  static Set<RecordId> known(Laptop at) {
    return links(at).keySet();
  }

  private StationId headquarters() {
    return world.headquarters().station().identity().station();
  }

  /** What holds: until its own station says otherwise on top of it, headquarters, or this one. */
  private Set<String> holding(Laptop at) {
    Truth truth = new Truth(at.journal().revisions());
    Set<StationId> enough =
        new HashSet<>(List.of(at.station().identity().station(), headquarters()));
    Set<String> holding = new TreeSet<>();
    links(at)
        .forEach(
            (id, words) -> {
              boolean same = holds("SAME", words, enough, truth);
              boolean different = holds("DIFFERENT", words, enough, truth);
              boolean begun = words.stream().anyMatch(w -> two(w).size() == 2);
              if (begun && (same || different)) {
                holding.add(id + " " + same + " " + different);
              }
            });
    return holding;
  }

  private static boolean holds(String word, List<By> words, Set<StationId> enough, Truth truth) {
    return words.stream()
        .filter(w -> w.says(word))
        .anyMatch(
            w ->
                words.stream()
                    .filter(e -> e.revision().fields().containsKey("word") && !e.says(word))
                    .filter(e -> e.station().equals(w.station()) || enough.contains(e.station()))
                    .noneMatch(e -> truth.isBefore(w.revision().id(), e.revision())));
  }

  private static Set<RecordId> two(By word) {
    Set<RecordId> two = new HashSet<>();
    for (String side : List.of("one", "other")) {
      Value value = word.revision().fields().get(side);
      if (value != null) {
        value.asRef().ifPresent(two::add);
      }
    }
    return two;
  }

  /**
   * Headquarters' word has come to whoever wrote both records, and to nobody else: that a person is
   * known elsewhere is told to no one.
   */
  private void told(Laptop at, List<String> wrong) {
    StationId own = at.station().identity().station();
    Laptop hq = world.headquarters();
    Set<RecordId> wroteThere = wrote(hq, own);
    // Of two copies of a workspace headquarters knows what either wrote.
    Set<RecordId> wroteAnywhere = new HashSet<>(wrote(at, own));
    wroteAnywhere.addAll(wroteThere);
    Set<Object> here = new HashSet<>();
    at.journal().revisions().forEach(r -> here.add(r.id()));
    links(hq)
        .forEach(
            (id, words) -> {
              Set<RecordId> two = new HashSet<>();
              words.forEach(w -> two.addAll(two(w)));
              for (By w : words) {
                boolean theirs = w.station().equals(headquarters());
                boolean came = here.contains(w.revision().id());
                if (theirs && !came && two.size() == 2 && wroteThere.containsAll(two)) {
                  wrong.add(at + ": what headquarters said of two records has not come");
                }
                if (theirs && came && !wroteAnywhere.containsAll(two)) {
                  wrong.add(at + ": was told of a record that it did not write");
                }
              }
            });
  }

  private static Set<RecordId> wrote(Laptop at, StationId station) {
    Set<RecordId> wrote = new HashSet<>();
    for (By by : written(at)) {
      if (by.station().equals(station)) {
        wrote.add(by.revision().record());
      }
    }
    return wrote;
  }
}
