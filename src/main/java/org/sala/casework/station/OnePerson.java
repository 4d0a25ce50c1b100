package org.sala.casework.station;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.domain.RecordId;
import org.sala.store.SamePersonRows;

/**
 * Which records are held to be of one person, over as many links as it takes. Nobody has hundreds
 * of records: where there are too many the links are wrong, and what rests on them waits for
 * somebody who parts them. One that reads them as they were at one moment is for one thread.
 */
@BehindTheDesk
public final class OnePerson {
  /** More records than these nobody believes to be one person's. */
  public static final int MOST = 50;

  /** More links than these are not followed: twice what ties so many each to each. */
  static final int MOST_LINKS = MOST * MOST;

  private final Links links;
  private final boolean ofOneMoment;

  /** Of one moment: the same for each of those that are in it. */
  private final Map<RecordId, Group> groups = new HashMap<>();

  /** Says of some people with whom each is one. */
  private interface Links {
    List<SamePersonRows.Said> of(Set<RecordId> people, int most);
  }

  /**
   * Records that are held to be of one person.
   *
   * @param records this person's first; with too many only some of them, unless all links were read
   *     at one moment
   * @param tooMany whether there are more of them than {@link #MOST}, or more links than anybody
   *     makes between so many: none of it is believed, and nothing rests on it but what protects
   */
  public record Group(Set<RecordId> records, boolean tooMany) {}

  public OnePerson(Station station) {
    this((people, most) -> station.view().samePeople().same(people, most), false);
  }

  private OnePerson(Links links, boolean ofOneMoment) {
    this.links = links;
    this.ofOneMoment = ofOneMoment;
  }

  /** The links as they are now, read with one question: for whoever asks of many people. */
  public static OnePerson asNow(Station station) {
    Map<RecordId, List<SamePersonRows.Said>> all = new HashMap<>();
    for (SamePersonRows.Said s : station.view().samePeople().said(Set.of())) {
      if (s.same()) {
        all.computeIfAbsent(s.one(), id -> new ArrayList<>()).add(s);
        all.computeIfAbsent(s.other(), id -> new ArrayList<>()).add(s);
      }
    }
    return new OnePerson(
        (people, most) ->
            people.stream().flatMap(p -> all.getOrDefault(p, List.of()).stream()).toList(),
        true);
  }

  /**
   * The records of a person; also those not known here. Of one moment it costs each of them the
   * same however many they are: the links are followed once. Else no more is read than tells that
   * there are too many.
   */
  public Group group(RecordId person) {
    Group known = groups.get(person);
    if (known != null) {
      return known;
    }
    if (!ofOneMoment) {
      return follow(person, Set.of(), true);
    }
    Group all = follow(person, Set.of(), false);
    all.records().forEach(r -> groups.put(r, all));
    return all;
  }

  /** All records that are linked with others as they are now, those of one person together. */
  public static List<Group> together(Station station) {
    OnePerson now = asNow(station);
    Set<RecordId> seen = new HashSet<>();
    List<Group> all = new ArrayList<>();
    for (SamePersonRows.Said s : station.view().samePeople().said(Set.of())) {
      if (s.same() && !seen.contains(s.one())) {
        Group group = now.group(s.one());
        seen.addAll(group.records());
        all.add(group);
      }
    }
    return all;
  }

  /** The ids of all records of a person, however many, this one first. */
  public Set<RecordId> records(RecordId person) {
    return records(person, Set.of());
  }

  /**
   * The ids of all records of a person, however many, as if some links were not there.
   *
   * @param without records that say so
   */
  public Set<RecordId> records(RecordId person, Set<RecordId> without) {
    return follow(person, without, false).records();
  }

  /**
   * Returns the fewest links by which two records are held to be of one person; none where they are
   * not.
   */
  public List<SamePersonRows.Said> chain(RecordId one, RecordId other) {
    Map<RecordId, List<SamePersonRows.Said>> to = new HashMap<>(Map.of(one, List.of()));
    Set<RecordId> next = Set.of(one);
    while (!next.isEmpty() && !to.containsKey(other)) {
      Set<RecordId> further = new LinkedHashSet<>();
      for (SamePersonRows.Said s : links.of(next, Integer.MAX_VALUE)) {
        for (RecordId from : List.of(s.one(), s.other())) {
          if (next.contains(from) && !to.containsKey(s.besides(from))) {
            List<SamePersonRows.Said> way = new ArrayList<>(to.getOrDefault(from, List.of()));
            way.add(s);
            to.put(s.besides(from), List.copyOf(way));
            further.add(s.besides(from));
          }
        }
      }
      next = further;
    }
    return to.getOrDefault(other, List.of());
  }

  private Group follow(RecordId person, Set<RecordId> without, boolean bounded) {
    Set<RecordId> found = new LinkedHashSet<>(Set.of(person));
    Set<RecordId> by = new HashSet<>();
    Set<RecordId> next = Set.of(person);
    while (!next.isEmpty() && !(bounded && isTooMuch(found, by))) {
      Set<RecordId> further = new LinkedHashSet<>();
      for (SamePersonRows.Said s : links.of(next, bounded ? MOST_LINKS + 1 : Integer.MAX_VALUE)) {
        if (!without.contains(s.id())) {
          by.add(s.id());
          further.add(s.one());
          further.add(s.other());
        }
      }
      further.removeAll(found);
      found.addAll(further);
      next = further;
    }
    return new Group(found, isTooMuch(found, by));
  }

  private static boolean isTooMuch(Set<RecordId> records, Set<RecordId> links) {
    return records.size() > MOST || links.size() > MOST_LINKS;
  }
}
