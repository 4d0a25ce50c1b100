package org.sala.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sala.domain.Fingerprint;
import org.sala.domain.RevisionId;
import org.sala.domain.StationId;

/** What ends a word that protects somebody, of all that was said of one field on top of it. */
final class Endings {
  private final Descent descent;
  private final Collection<Written> said;
  private final Collection<Written> taking;
  private final Collection<Written> decisions;
  private final Set<StationId> deciding;
  private final Map<Fingerprint, Integer> officers = new HashMap<>();

  /**
   * @param said what protects somebody
   * @param all all that was said of the field
   * @param taking those of it that take protection away
   * @param deciding headquarters
   */
  Endings(
      Descent descent,
      Collection<Written> said,
      Collection<Written> all,
      Collection<Written> taking,
      Set<StationId> deciding) {
    this.descent = descent;
    this.said = said;
    this.taking = taking;
    this.decisions = all.stream().filter(w -> deciding.contains(w.station())).toList();
    this.deciding = deciding;
  }

  /** Where one word is enough: of the station that said it, or of headquarters. */
  Set<RevisionId> byOne() {
    Set<RevisionId> ended = byOwnStation();
    Predicate<RevisionId> decided = descent.later(ids(decisions));
    ended.addAll(ids(said).stream().filter(decided).toList());
    return ended;
  }

  /**
   * Where two officers sign, the second on top of the first, and one of them at the station that
   * said it; or headquarters decides; or whoever said it puts the own slip right within minutes, on
   * top of nothing else. Two who did not know of each other are two first words.
   *
   * @param saysSlip whether a revision says of itself that it does so
   */
  Set<RevisionId> byTwo(Predicate<Written> saysSlip) {
    Set<RevisionId> ended = new HashSet<>();
    said.stream()
        .collect(Collectors.groupingBy(Written::station))
        .forEach((station, own) -> ended.addAll(signed(station, own)));
    ended.addAll(slips(saysSlip));
    ended.addAll(decided());
    return ended;
  }

  /**
   * Returns what a station said that two have ended: a first, and another officer on top of that,
   * one of the two there.
   */
  private List<RevisionId> signed(StationId at, Collection<Written> own) {
    Map<Boolean, List<Written>> there =
        taking.stream().collect(Collectors.partitioningBy(w -> w.station().equals(at)));
    List<Written> here = there.getOrDefault(true, List.of());
    List<RevisionId> first = new ArrayList<>(ids(under(here, taking)));
    first.addAll(ids(under(there.getOrDefault(false, List.of()), here)));
    Predicate<RevisionId> signed = descent.later(first);
    return ids(own).stream().filter(signed).toList();
  }

  /** Returns those of some on top of which another officer is among others. */
  private List<Written> under(Collection<Written> some, Collection<Written> others) {
    Function<RevisionId, Integer> onTop = descent.only(officers(others));
    return some.stream()
        .filter(w -> !Set.of(0, number(w.author())).contains(onTop.apply(id(w))))
        .toList();
  }

  private Set<RevisionId> byOwnStation() {
    Map<StationId, List<Written>> own =
        said.stream().collect(Collectors.groupingBy(Written::station));
    Map<StationId, List<Written>> by =
        taking.stream().collect(Collectors.groupingBy(Written::station));
    by.keySet().retainAll(own.keySet());
    Set<RevisionId> ended = new HashSet<>();
    descent.later(
        by.entrySet(),
        e -> ids(e.getValue()),
        (e, isLater) ->
            ids(own.getOrDefault(e.getKey(), List.of())).stream()
                .filter(isLater)
                .forEach(ended::add));
    return ended;
  }

  private Set<RevisionId> slips(Predicate<Written> saysSlip) {
    Map<RevisionId, Written> slips = new HashMap<>();
    said.forEach(w -> slips.put(w.revision().id(), w));
    Set<RevisionId> righted = new HashSet<>();
    for (Written over : taking) {
      List<RevisionId> parents = over.revision().parents();
      @Nullable Written slip = parents.size() == 1 ? slips.get(parents.getFirst()) : null;
      if (slip != null
          && over.author().equals(slip.author())
          && over.station().equals(slip.station())
          && Lineage.isJustNow(slip.time(), over.time())
          && saysSlip.test(over)) {
        righted.add(slip.revision().id());
      }
    }
    return righted;
  }

  /**
   * What headquarters has decided. An officer there who writes on top of the own word has not: two
   * decide between versions, and build on all of them.
   */
  private List<RevisionId> decided() {
    Map<Boolean, List<Written>> alone =
        decisions.stream()
            .collect(Collectors.partitioningBy(w -> w.revision().parents().size() == 1));
    Predicate<RevisionId> any = descent.later(ids(decisions));
    Predicate<RevisionId> between = descent.later(ids(alone.getOrDefault(false, List.of())));
    Function<RevisionId, Integer> by = descent.only(officers(alone.getOrDefault(true, List.of())));
    return said.stream()
        .filter(
            w -> {
              RevisionId id = w.revision().id();
              int officer = by.apply(id);
              return deciding.contains(w.station())
                  ? between.test(id) || officer != 0 && officer != number(w.author())
                  : any.test(id);
            })
        .map(w -> w.revision().id())
        .toList();
  }

  private Map<RevisionId, Integer> officers(Collection<Written> some) {
    return some.stream().collect(Collectors.toMap(w -> w.revision().id(), w -> number(w.author())));
  }

  private int number(Fingerprint officer) {
    return officers.computeIfAbsent(officer, any -> officers.size() + 1);
  }

  private static RevisionId id(Written w) {
    return w.revision().id();
  }

  private static List<RevisionId> ids(Collection<Written> some) {
    return some.stream().map(w -> w.revision().id()).toList();
  }
}
