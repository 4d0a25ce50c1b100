package org.sala.casework.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.people.Cases;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.OnePerson;
import org.sala.casework.station.Station;
import org.sala.domain.AuditEntry;
import org.sala.domain.RecordId;
import org.sala.merge.FieldState;
import org.sala.store.PersonClues;
import org.sala.store.SamePersonRows;

/** Finds records that may be of the same person, and shows both field beside field. */
public final class Candidates {
  private static final List<String> COMPARED =
      List.of(
          "wristband", "name", "birth", "sex", "nationality", "language", "document", "contact");

  private final Station station;
  private final SamePeople samePeople;
  private final AuditTrail audit;

  public Candidates(Station station, SamePeople samePeople, AuditTrail audit) {
    this.station = station;
    this.samePeople = samePeople;
    this.audit = audit;
  }

  /** Pairs of which nothing was said, or two different things; the likeliest first. */
  public List<Candidate> all(int most) {
    Set<SamePersonRows.Pair> pairs = new LinkedHashSet<>(contested(Set.of()));
    pairs.addAll(station.view().samePeople().alike(most));
    return compared(pairs);
  }

  /**
   * Returns the pairs of one person of which nothing was said, or two different things; the
   * likeliest first.
   */
  public List<Candidate> near(RecordId person, int most) {
    Set<SamePersonRows.Pair> pairs = new LinkedHashSet<>(contested(Set.of(person)));
    pairs.addAll(station.view().samePeople().alike(person, most));
    return compared(pairs);
  }

  private Set<SamePersonRows.Pair> contested(Set<RecordId> people) {
    Map<SamePersonRows.Pair, Set<Boolean>> said = new LinkedHashMap<>();
    for (SamePersonRows.Said s : station.view().samePeople().said(people)) {
      Set<Boolean> words = said.computeIfAbsent(s.pair(), any -> new LinkedHashSet<>());
      if (s.same()) {
        words.add(true);
      }
      if (s.different()) {
        words.add(false);
      }
    }
    OnePerson now = OnePerson.asNow(station);
    said.entrySet()
        .removeIf(
            e -> {
              // Said to be two, and links through others make them one.
              boolean chained =
                  e.getValue().contains(false)
                      && now.group(e.getKey().one()).records().contains(e.getKey().other());
              return e.getValue().size() < 2 && !chained;
            });
    return said.keySet();
  }

  private List<Candidate> compared(Set<SamePersonRows.Pair> pairs) {
    Set<RecordId> ids = new LinkedHashSet<>();
    pairs.forEach(
        p -> {
          ids.add(p.one());
          ids.add(p.other());
        });
    Map<RecordId, PersonClues> clues = new HashMap<>();
    station
        .view()
        .records()
        .fields(List.copyOf(ids))
        .forEach((id, fields) -> clues.put(id, PersonClues.of(fields)));
    Set<SamePersonRows.Pair> contested = contested(Set.of());
    List<Candidate> all = new ArrayList<>();
    for (SamePersonRows.Pair p : pairs) {
      PersonClues one = clues.get(p.one());
      PersonClues other = clues.get(p.other());
      if (one != null && other != null) {
        Likeness likeness = Likeness.of(one, other);
        boolean twoWords = contested.contains(p);
        if (twoWords || likeness.isWorthALook()) {
          candidate(p, likeness, twoWords).ifPresent(all::add);
        }
      }
    }
    all.sort(
        Comparator.comparing((Candidate c) -> !c.contested())
            .thenComparingInt(c -> -c.likeness().score()));
    return all;
  }

  private Optional<Candidate> candidate(
      SamePersonRows.Pair p, Likeness likeness, boolean contested) {
    return samePeople
        .side(p.one())
        .flatMap(
            one ->
                samePeople
                    .side(p.other())
                    .map(other -> new Candidate(one, other, likeness, contested)));
  }

  /**
   * Shows both records, field beside field, as far as their open parts go: what is protected is not
   * compared. That they were looked at is noted.
   *
   * @return empty where one of them is not known here
   */
  public Optional<Candidate.Beside> beside(RecordId one, RecordId other) {
    SamePersonRows.Pair pair = new SamePersonRows.Pair(one, other);
    Map<String, FieldState> left = station.view().records().fields(pair.one());
    Map<String, FieldState> right = station.view().records().fields(pair.other());
    PersonClues leftClues = PersonClues.of(left);
    PersonClues rightClues = PersonClues.of(right);
    Optional<Candidate> candidate =
        candidate(pair, Likeness.of(leftClues, rightClues), contested(Set.of(one)).contains(pair));
    candidate.ifPresent(
        c -> {
          audit.note(AuditEntry.Act.VIEWED, one);
          audit.note(AuditEntry.Act.VIEWED, other);
        });
    List<Candidate.Row> rows = new ArrayList<>();
    for (String family : COMPARED) {
      List<Cases.Shown> l = of(left, family);
      List<Cases.Shown> r = of(right, family);
      if (!l.isEmpty() || !r.isEmpty()) {
        rows.add(new Candidate.Row(family, l, r, found(family, l, r, leftClues, rightClues)));
      }
    }
    return candidate.map(
        c -> new Candidate.Beside(c, rows, samePeople.said(pair), samePeople.chain(pair)));
  }

  /** The elements of one field; an alias is a name among others. */
  private static List<Cases.Shown> of(Map<String, FieldState> fields, String family) {
    return Cases.shown(fields).values().stream()
        .filter(
            s -> {
              String key = s.key().split("/", 2)[0];
              return key.equals(family) || family.equals("name") && key.equals("alias");
            })
        .toList();
  }

  private static Likeness.Agreement found(
      String family,
      List<Cases.Shown> left,
      List<Cases.Shown> right,
      PersonClues one,
      PersonClues other) {
    return switch (family) {
      case "name" -> Likeness.names(one, other);
      case "birth" -> Likeness.births(one, other);
      case "wristband" -> Likeness.set(one.numbers(), other.numbers());
      case "sex" -> Likeness.set(one.sexes(), other.sexes());
      case "nationality" -> Likeness.set(one.nationalities(), other.nationalities());
      case "document" -> Likeness.set(one.documents(), other.documents());
      case "contact" -> Likeness.set(one.contacts(), other.contacts());
      default -> Likeness.set(keys(left), keys(right));
    };
  }

  /** Returns the keys of what is chosen by its key alone, such as a language. */
  private static Set<String> keys(List<Cases.Shown> shown) {
    Set<String> keys = new LinkedHashSet<>();
    shown.forEach(s -> keys.add(s.key()));
    return keys;
  }
}
