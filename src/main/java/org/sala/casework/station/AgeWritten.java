package org.sala.casework.station;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.domain.Compartment;
import org.sala.domain.Kinds;
import org.sala.domain.PartialDate;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.merge.Lineage;
import org.sala.merge.Version;
import org.sala.store.Records;

/**
 * An age as it is written over another one. What takes a child's protection away stands beside it
 * and waits for a second officer; only a slip of the own hand, put right within minutes and before
 * anything was built on it, is right at once, and says that it was one.
 */
@BehindTheDesk
public final class AgeWritten {
  /** The field in which a person's age stands. */
  public static final String BIRTH = "birth";

  private final Station station;

  public AgeWritten(Station station) {
    this.station = station;
  }

  /** Returns fields of a person as they are written, with the age marked where it is a slip. */
  public Map<String, Value> marked(RecordId person, Map<String, Value> fields) {
    if (!fields.containsKey(BIRTH)) {
      return fields;
    }
    Map<String, Value> all = new LinkedHashMap<>(fields);
    all.put(BIRTH, marked(person, fields.getOrDefault(BIRTH, Value.Nothing.HERE)));
    return all;
  }

  /**
   * Returns an age as it is written: marked where it puts a slip right. That nothing is written any
   * more is said as an age that nobody knows: then it is in doubt.
   */
  public Value marked(RecordId person, Value is) {
    if (!takesAway(person, is) || !isSlip(person)) {
      return is;
    }
    return is instanceof Value.Parts parts
        ? Lineage.slip(parts)
        : PartialDate.unknown("").toValue();
  }

  /**
   * Headquarters' word is enough for every station; so one officer's there takes no child's
   * protection away: such a date stands beside the other, and two decide.
   */
  public Seen besides(RecordId person, Map<String, Value> fields, Seen seen) {
    boolean alone =
        station.state().flag("isHeadquarters")
            && fields.containsKey(BIRTH)
            && takesAway(person, fields.getOrDefault(BIRTH, Value.Nothing.HERE))
            && !isSlip(person);
    return alone ? seen.with(BIRTH, "") : seen;
  }

  /**
   * Refuses an adult's age while a colleague's stands beside the child's: whoever agrees signs for
   * it, with a key that is asked whether it counts. Written once more it would be one of two words
   * that nobody had asked.
   *
   * @throws CaseworkFault {@code AGE_WAITS}
   */
  public void mayBeWritten(RecordId person, Map<String, Value> fields) {
    if (!fields.containsKey(BIRTH)
        || !takesAway(person, fields.getOrDefault(BIRTH, Value.Nothing.HERE))) {
      return;
    }
    Set<RevisionId> over = over(birth(person).map(FieldState::versions).orElse(List.of()), person);
    boolean colleagues =
        station.view().records().revisions(person).stream()
            .filter(r -> over.contains(r.id()))
            .filter(r -> r.station().equals(station.identity().station()))
            .anyMatch(r -> !r.author().equals(station.me()));
    if (colleagues) {
      throw new CaseworkFault(CaseworkFault.Code.AGE_WAITS);
    }
  }

  /** The versions that take away over another one that stands. */
  private static Set<RevisionId> over(List<Version> versions, RecordId person) {
    return versions.stream()
        .filter(
            is ->
                versions.stream()
                    .anyMatch(
                        was ->
                            Lineage.takesAway(
                                Kinds.PERSON.key(), person, BIRTH, was.value(), is.value())))
        .map(Version::revision)
        .collect(Collectors.toSet());
  }

  private boolean takesAway(RecordId person, Value is) {
    return birth(person)
        .filter(
            b ->
                b.values().stream()
                    .anyMatch(was -> Lineage.takesAway(Kinds.PERSON.key(), person, BIRTH, was, is)))
        .isPresent();
  }

  /** Returns how the age of a person stands; empty where none was ever written. */
  public Optional<FieldState> birth(RecordId person) {
    return Optional.ofNullable(station.view().records().fields(person).get(BIRTH));
  }

  /** Whether the age that stands is this officer's last word, and nothing was built on it. */
  private boolean isSlip(RecordId person) {
    List<RevisionId> heads = station.view().records().heads(person, Compartment.INVESTIGATION);
    Optional<Records.RevisionRow> set =
        birth(person)
            .filter(b -> b.versions().size() == 1)
            .flatMap(b -> b.versions().stream().findFirst())
            .map(Version::revision)
            .filter(r -> heads.equals(List.of(r)))
            .flatMap(
                r ->
                    station.view().records().revisions(person).stream()
                        .filter(row -> row.id().equals(r))
                        .findFirst());
    return set.filter(r -> r.author().equals(station.me()))
        .filter(r -> r.station().equals(station.identity().station()))
        .filter(r -> Lineage.isJustNow(r.time().instant(), station.now().instant()))
        .filter(r -> isBare(person, r.time().instant().toEpochMilli()))
        .isPresent();
  }

  /** Whether nothing was written about a person after a moment. */
  private boolean isBare(RecordId person, long millis) {
    return station.view().records().pointingTo(person, "person").stream()
        .allMatch(r -> r.changedMillis() <= millis);
  }
}
