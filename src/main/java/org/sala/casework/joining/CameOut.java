package org.sala.casework.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.sala.casework.people.OutSince;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.AuditEntry;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.PersonClues;
import org.sala.store.Records;
import org.sala.store.SamePersonRows;

/**
 * Links somebody who is here with what others said of them as being inside. That the two are one
 * person is a link like any other: what was said stays as it was said, and the link can be taken
 * back.
 */
public final class CameOut {
  /** How many are looked up by a word of a name at most. */
  private static final int MOST = 40;

  private static final String DIED = "died";

  private final Station station;
  private final SamePeople samePeople;
  private final AuditTrail audit;

  public CameOut(Station station, SamePeople samePeople, AuditTrail audit) {
    this.station = station;
    this.samePeople = samePeople;
    this.audit = audit;
  }

  /**
   * What was said of somebody.
   *
   * @param saidBy the number of who told it; empty where that is not known here
   * @param alike whether a name is the same, or heard alike
   */
  public record Told(
      RecordId id,
      String name,
      String relation,
      String site,
      String place,
      String lastSeen,
      String saidBy,
      boolean alike) {
    @Override
    public String toString() {
      return "Told[" + id + "]";
    }
  }

  /** What is held to have been said of this person. */
  public List<Told> linked(RecordId person) {
    return told(
        station.view().records().fields(said(person, SamePersonRows.Said::same)),
        PersonClues.of(Map.of()));
  }

  /** Whom this person definitely is not, though others told of somebody like them. */
  public List<Told> different(RecordId person) {
    return told(
        station.view().records().fields(said(person, SamePersonRows.Said::different)),
        PersonClues.of(Map.of()));
  }

  private List<RecordId> said(RecordId person, Predicate<SamePersonRows.Said> word) {
    return station.view().samePeople().said(Set.of(person)).stream()
        .filter(word)
        .map(s -> s.besides(person))
        .filter(this::isInside)
        .distinct()
        .toList();
  }

  /** How many who are told of as inside share a word of a name with this person. */
  public int sharingAName(RecordId person) {
    Set<String> words = new LinkedHashSet<>();
    PersonClues.of(station.view().records().fields(person))
        .names()
        .forEach(n -> words.addAll(List.of(n.split("\\s+"))));
    Set<RecordId> found = new LinkedHashSet<>();
    for (String word : words) {
      if (word.length() > 1) {
        found.addAll(station.view().records().beginningWith(Kinds.INSIDE.key(), word, MOST));
      }
    }
    return open(station.view().records().fields(List.copyOf(found)), person).size();
  }

  /**
   * Everybody who is told of as inside and whom nobody has found yet; those with a like name first.
   * That their names were looked at is written down.
   */
  public List<Told> mayBe(RecordId person) {
    Map<RecordId, Map<String, FieldState>> open =
        open(station.view().records().fieldsOfKind(Kinds.INSIDE.key()), person);
    audit.note(AuditEntry.Act.VIEWED, "names inside " + open.size());
    List<Told> all =
        new ArrayList<>(told(open, PersonClues.of(station.view().records().fields(person))));
    all.sort(Comparator.comparing((Told t) -> !t.alike()).thenComparing(Told::name));
    return all;
  }

  /**
   * Says that both records are of one person, and why. Whoever is linked counts as inside no
   * longer.
   */
  public void same(RecordId told, RecordId person, String reason) {
    if (!isInside(told)) {
      throw new IllegalArgumentException("not of somebody inside");
    }
    samePeople.same(told, person, reason);
  }

  /** Definitely somebody else, and why: never offered for this person again. */
  public void different(RecordId told, RecordId person, String reason) {
    if (!isInside(told)) {
      throw new IllegalArgumentException("not of somebody inside");
    }
    samePeople.different(told, person, reason);
  }

  /** Either word does not hold any more: whoever was told of is inside as before. */
  public void takeBack(RecordId told, RecordId person, String reason) {
    samePeople.takeBack(told, person, reason);
  }

  private boolean isInside(RecordId id) {
    return station
        .view()
        .records()
        .find(id)
        .map(Records.Row::kind)
        .filter(Kinds.INSIDE.key()::equals)
        .isPresent();
  }

  /**
   * Without who is found or died, without whom this person told of, since nobody tells of oneself,
   * and without whom somebody looked at and found to be another.
   */
  private Map<RecordId, Map<String, FieldState>> open(
      Map<RecordId, Map<String, FieldState>> all, RecordId person) {
    Map<RecordId, Map<String, FieldState>> open = new LinkedHashMap<>(all);
    Set<RecordId> found = new OutSince(station).of(all.keySet()).keySet();
    open.keySet().removeAll(found);
    open.keySet().removeAll(said(person, SamePersonRows.Said::different));
    open.values()
        .removeIf(
            f -> OutSince.status(f).equals(DIED) || saidBy(f).filter(person::equals).isPresent());
    return open;
  }

  private static Optional<RecordId> saidBy(Map<String, FieldState> f) {
    return Optional.ofNullable(f.get("saidBy")).map(FieldState::value).flatMap(Value::asRef);
  }

  private List<Told> told(Map<RecordId, Map<String, FieldState>> all, PersonClues person) {
    List<Told> told = new ArrayList<>();
    all.forEach(
        (id, f) ->
            told.add(
                new Told(
                    id,
                    Stored.text(f, "name").orElse(""),
                    Stored.text(f, "relation").orElse(""),
                    Stored.text(f, "site").orElse(""),
                    Stored.text(f, "place").orElse(""),
                    Stored.text(f, "lastSeen").orElse(""),
                    saidBy(f).map(by -> Stored.number(station, by, "wristband")).orElse(""),
                    alike(PersonClues.of(f), person))));
    return told;
  }

  private static boolean alike(PersonClues one, PersonClues other) {
    return switch (Likeness.names(one, other)) {
      case AGREES, FITS -> true;
      case DIFFERS, UNKNOWN -> false;
    };
  }
}
