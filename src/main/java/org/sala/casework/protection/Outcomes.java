package org.sala.casework.protection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sala.casework.house.Stays;
import org.sala.casework.people.LowerFindings;
import org.sala.casework.station.Act;
import org.sala.casework.station.Begun;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Officers;
import org.sala.casework.station.ProtectedPart;
import org.sala.casework.station.Seconds;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.casework.station.Undecided;
import org.sala.domain.Fingerprint;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.PersonRows;
import org.sala.store.Records;

/**
 * Tells a person of a finding, who may then ask for a second look by an officer who had no part in
 * it. While that is open the person stays protected.
 */
public final class Outcomes {
  private final Station station;
  private final Ledger ledger;
  private final Officers officers;

  public Outcomes(Station station, Ledger ledger, Officers officers) {
    this.station = station;
    this.ledger = ledger;
    this.officers = officers;
  }

  /** How somebody was told. */
  public enum How {
    IN_PERSON,
    PHONE,
    SUPPORT_PERSON,
    WRITTEN
  }

  /**
   * How, by whom and in which language somebody was told.
   *
   * @param who told it
   * @param interpreter the number; empty where nobody interpreted
   */
  public record Telling(String who, How how, String language, String interpreter) {
    public Telling {
      if (who.isBlank() || language.isBlank()) {
        throw new IllegalArgumentException("somebody told it, in a language");
      }
    }

    @Override
    public String toString() {
      return "Telling";
    }
  }

  /**
   * One time that the person was told.
   *
   * @param how the code of a {@link How}, also one of a newer station
   */
  public record Told(String finding, Moment at, String who, String how, String language) {
    @Override
    public String toString() {
      return "Told";
    }
  }

  /**
   * A second look.
   *
   * @param why empty where this officer may not read it
   * @param mine whether this officer made or confirmed the finding, and may not look again
   * @param answer empty while it is open
   */
  public record Look(
      RecordId id,
      String finding,
      Moment asked,
      String why,
      boolean mine,
      Optional<Answer> answer) {
    @Override
    public String toString() {
      return "Look[" + id + "]";
    }
  }

  /** What another officer found. */
  public record Answer(boolean stands, String reason, Moment at, String by) {
    @Override
    public String toString() {
      return "Answer";
    }
  }

  /**
   * Writes down that the person was told of the last finding. Nobody is told of one that takes
   * protection away while it does not count: what was told is believed, and acted on.
   *
   * @throws CaseworkFault {@code NOT_FOUND} where there is none; {@code FINDING_WAITS}
   */
  public RecordId told(RecordId person, Telling telling) {
    if (!row(person)
        .filter(p -> p.finding().isEmpty() || new LowerFindings(station).isToTell(p))
        .isPresent()) {
      throw new CaseworkFault(CaseworkFault.Code.FINDING_WAITS);
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("person", Value.ref(person));
    fields.put("finding", Value.ref(finding(person)));
    fields.put("at", station.now().toValue());
    fields.put("who", Value.text(telling.who().strip()));
    fields.put("how", Value.text(telling.how().name()));
    fields.put("language", Value.text(telling.language()));
    Stored.put(fields, "interpreter", telling.interpreter());
    RecordId id = station.ids().record();
    ledger.write(new Act().make(id, Kinds.OUTCOME, station.scopeOf(person), fields));
    return id;
  }

  /**
   * The person asks for a second look; why need not be said.
   *
   * @throws CaseworkFault {@code OVERTURNED} where one has found that it does not stand: nobody
   *     asks until somebody says the opposite
   */
  public RecordId ask(RecordId person, String why) {
    if (isOverturned(person)) {
      throw new CaseworkFault(CaseworkFault.Code.OVERTURNED);
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("person", Value.ref(person));
    fields.put("finding", Value.ref(finding(person)));
    fields.put("at", station.now().toValue());
    Stored.put(fields, "why", why);
    RecordId id = station.ids().record();
    ledger.write(new Act().make(id, Kinds.SECOND_LOOK, station.scopeOf(person), fields));
    return id;
  }

  /** Whether a second look has found that the finding does not stand: nobody asks any more. */
  public boolean isOverturned(RecordId person) {
    return row(person).filter(r -> r.look().equals("OVERTURNED")).isPresent();
  }

  /**
   * Writes down what another officer has found in a second look. That it stands takes protection
   * away again, and is said as the finding itself was: not over two versions.
   *
   * @throws CaseworkFault {@code SAME_OFFICER} for who made or confirmed the finding; {@code
   *     NOT_CERTIFIED} where it stands and the certificate of one of the three was taken back or
   *     has ended; {@code DISPUTED} where it stands and versions of the person or of the screening
   *     differ
   */
  public RecordId looked(RecordId look, boolean stands, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a second look has a reason");
    }
    Map<String, FieldState> asked = station.view().records().fields(look);
    RecordId person =
        ref(asked, "person").orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
    RecordId finding =
        ref(asked, "finding").orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
    if (hadAPart(person, finding)) {
      throw new CaseworkFault(CaseworkFault.Code.SAME_OFFICER);
    }
    if (stands && !mayAllSign(person, finding)) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_CERTIFIED);
    }
    Optional<RecordId> screening = ref(station.view().records().fields(finding), "screening");
    if (stands
        && (Undecided.is(station, person)
            || screening.filter(s -> Undecided.is(station, s)).isPresent())) {
      throw new CaseworkFault(CaseworkFault.Code.DISPUTED);
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("person", Value.ref(person));
    fields.put("look", Value.ref(look));
    fields.put("stands", Value.flag(stands));
    fields.put("reason", Value.text(reason.strip()));
    fields.put("at", station.now().toValue());
    RecordId id = station.ids().record();
    ledger.write(new Act().make(id, Kinds.LOOKED, station.scopeOf(person), fields));
    return id;
  }

  /** Who looks, who made the finding, and who agreed to it. */
  private boolean mayAllSign(RecordId person, RecordId finding) {
    Seconds seconds = new Seconds(station, officers);
    Optional<Fingerprint> second =
        row(person)
            .filter(r -> r.finding().filter(finding::equals).isPresent())
            .flatMap(PersonRows.Row::findingSecond)
            .map(Fingerprint::new);
    return Stream.concat(Stream.of(station.me(), author(finding)), second.stream())
        .allMatch(seconds::maySign);
  }

  private Optional<PersonRows.Row> row(RecordId person) {
    return station.view().people().find(person);
  }

  private RecordId finding(RecordId person) {
    return row(person)
        .flatMap(PersonRows.Row::finding)
        .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
  }

  /** Whether this officer made the finding or confirmed it. */
  private boolean hadAPart(RecordId person, RecordId finding) {
    if (author(finding).equals(station.me())) {
      return true;
    }
    return station.view().records().pointingTo(person, "person").stream()
        .filter(r -> r.kind().equals("confirmation"))
        .filter(
            r ->
                ref(station.view().records().fields(r.id()), "finding")
                    .filter(finding::equals)
                    .isPresent())
        .anyMatch(r -> author(r.id()).equals(station.me()));
  }

  /**
   * A second officer's no to the finding that stands.
   *
   * @param by the name of who did; empty where it is not known here
   */
  public record Against(String by, String reason) {
    @Override
    public String toString() {
      return "Against";
    }
  }

  /**
   * Returns who has said no to the finding and not agreed since; while there is anybody, it takes
   * nothing away.
   */
  public List<Against> against(RecordId person) {
    Optional<RecordId> finding = row(person).flatMap(PersonRows.Row::finding);
    Map<Fingerprint, Map<String, FieldState>> words = new LinkedHashMap<>();
    for (Records.Row row : station.view().records().pointingTo(person, "person")) {
      if (row.kind().equals("confirmation")) {
        Map<String, FieldState> f = station.view().records().fields(row.id());
        Fingerprint by = author(row.id());
        if (finding.isPresent() && ref(f, "finding").equals(finding)) {
          words.merge(by, f, (before, word) -> isLater(word, before) ? word : before);
        }
      }
    }
    finding.map(this::author).ifPresent(words::remove);
    Map<Fingerprint, String> names = officers.names();
    List<Against> all = new ArrayList<>();
    words.forEach(
        (by, f) -> {
          if (!agrees(f)) {
            all.add(new Against(names.getOrDefault(by, ""), Stored.text(f, "reason").orElse("")));
          }
        });
    return all;
  }

  private static boolean agrees(Map<String, FieldState> f) {
    FieldState agrees = f.get("agrees");
    return agrees != null && agrees.value().equals(Value.flag(true));
  }

  private static boolean isLater(Map<String, FieldState> word, Map<String, FieldState> before) {
    int order =
        Stays.moment(word, "at")
            .map(Moment::instant)
            .orElse(Instant.EPOCH)
            .compareTo(Stays.moment(before, "at").map(Moment::instant).orElse(Instant.EPOCH));
    return order > 0 || order == 0 && !agrees(word);
  }

  private Fingerprint author(RecordId record) {
    return Begun.by(station, record)
        .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
  }

  /** Every time that the person was told, the last first. */
  public List<Told> tellings(RecordId person) {
    List<Told> all = new ArrayList<>();
    for (Records.Row row : station.view().records().pointingTo(person, "person")) {
      if (row.kind().equals("outcome")) {
        Map<String, FieldState> f = station.view().records().fields(row.id());
        all.addFirst(
            new Told(
                code(f),
                Stays.moment(f, "at").orElseGet(station::now),
                Stored.text(f, "who").orElse(""),
                Stored.text(f, "how").orElse(""),
                Stored.text(f, "language").orElse("")));
      }
    }
    return all;
  }

  /** Every second look that the person has asked for, the last first. */
  public List<Look> looks(RecordId person) {
    Map<Fingerprint, String> names = officers.names();
    List<Records.Row> rows = station.view().records().pointingTo(person, "person");
    List<Look> all = new ArrayList<>();
    for (Records.Row row : rows) {
      if (row.kind().equals("secondlook")) {
        Map<String, FieldState> f = station.view().records().fields(row.id());
        all.addFirst(
            new Look(
                row.id(),
                code(f),
                Stays.moment(f, "at").orElseGet(station::now),
                Stored.text(new ProtectedPart(station).fields(row.id()), "why").orElse(""),
                ref(f, "finding").filter(id -> hadAPart(person, id)).isPresent(),
                answer(row.id(), rows, names)));
      }
    }
    return all;
  }

  private Optional<Answer> answer(
      RecordId look, List<Records.Row> rows, Map<Fingerprint, String> names) {
    Optional<Answer> last = Optional.empty();
    for (Records.Row row : rows) {
      Map<String, FieldState> f =
          row.kind().equals("looked") ? station.view().records().fields(row.id()) : Map.of();
      if (ref(f, "look").filter(look::equals).isPresent()) {
        FieldState stands = f.get("stands");
        last =
            Optional.of(
                new Answer(
                    stands != null && stands.value().equals(Value.flag(true)),
                    Stored.text(f, "reason").orElse(""),
                    Stays.moment(f, "at").orElseGet(station::now),
                    names.getOrDefault(author(row.id()), "")));
      }
    }
    return last;
  }

  /** The code of the finding that a record is about. */
  private String code(Map<String, FieldState> f) {
    return ref(f, "finding")
        .flatMap(id -> Stored.text(station.view().records().fields(id), "finding"))
        .orElse("");
  }

  private static Optional<RecordId> ref(Map<String, FieldState> f, String key) {
    return Optional.ofNullable(f.get(key)).map(FieldState::value).flatMap(Value::asRef);
  }
}
