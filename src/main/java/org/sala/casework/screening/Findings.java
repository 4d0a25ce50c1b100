package org.sala.casework.screening;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.casework.station.Act;
import org.sala.casework.station.Begun;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Officers;
import org.sala.casework.station.Seconds;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.casework.station.Undecided;
import org.sala.crypto.SigningKey;
import org.sala.domain.Fingerprint;
import org.sala.domain.Kinds;
import org.sala.domain.LowerFinding;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.PersonRows;

/**
 * An officer's finding on a person. One that protects counts at once; one that takes protection
 * away waits for a second officer's own signature.
 */
public final class Findings {
  /** The findings, and whether each lowers protection. */
  public enum Finding {
    PRESUMED_VICTIM(false),
    PRESUMED_VICTIM_CHILD(false),
    MORE_TIME_NEEDED(false),
    NO_INDICATIONS(true);

    private final boolean lower;

    Finding(boolean lower) {
      this.lower = lower;
    }

    public boolean lower() {
      return lower;
    }

    /** The word that stands in records. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final Station station;
  private final Ledger ledger;
  private final Officers officers;

  public Findings(Station station, Ledger ledger, Officers officers) {
    this.station = station;
    this.ledger = ledger;
    this.officers = officers;
  }

  /** Writes down a finding with its reason; one that protects needs no screening. */
  public RecordId find(RecordId person, Finding finding, String reason) {
    return find(person, Optional.empty(), finding, reason);
  }

  /**
   * Writes down a finding after a screening. One that takes protection away is refused while
   * anything of the person or the screening is disputed: that has to be decided first. And it is
   * found in a screening of this person that was closed, and in which something was asked or told:
   * that nobody has asked is no answer.
   *
   * @throws CaseworkFault {@code DISPUTED}, {@code NOT_SCREENED}, {@code NOTHING_ASKED} for one
   *     that takes protection away
   */
  public RecordId find(
      RecordId person, Optional<RecordId> screening, Finding finding, String reason) {
    return find(person, screening, finding, reason, here(person));
  }

  /**
   * Writes down a finding as above, by an officer who has read some of those that are here: it ends
   * those and the officer's own alone, and what came in the meantime stands beside it.
   *
   * @param read the findings on the person that were here when the page was shown
   */
  public RecordId find(
      RecordId person,
      Optional<RecordId> screening,
      Finding finding,
      String reason,
      Set<RecordId> read) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a finding has a reason");
    }
    if (finding.lower() && (disputed(person) || screening.filter(this::disputed).isPresent())) {
      throw new CaseworkFault(CaseworkFault.Code.DISPUTED);
    }
    if (finding.lower()) {
      rests(person, screening);
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("person", Value.ref(person));
    screening.ifPresent(s -> fields.put("screening", Value.ref(s)));
    fields.put("finding", Value.text(finding.code()));
    fields.put("lower", Value.flag(finding.lower()));
    fields.put("reason", Value.text(reason.strip()));
    fields.put("knew", Value.text(known(person, read)));
    fields.put("at", station.now().toValue());
    RecordId id = station.ids().record();
    ledger.write(new Act().make(id, Kinds.FINDING, station.scopeOf(person), fields));
    return id;
  }

  /** What takes protection away rests on a screening that was closed and in which something was. */
  private void rests(RecordId person, Optional<RecordId> screening) {
    if (screening.filter(s -> isClosed(s, person)).isEmpty()) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_SCREENED);
    }
    if (screening.filter(this::isAnswered).isEmpty()) {
      throw new CaseworkFault(CaseworkFault.Code.NOTHING_ASKED);
    }
  }

  /**
   * Whether a finding stands beside one that counts: another station found more, which whoever
   * found less cannot end.
   */
  public boolean standsBeside(RecordId person, RecordId finding) {
    return station
        .view()
        .people()
        .find(person)
        .flatMap(PersonRows.Row::finding)
        .filter(f -> !f.equals(finding))
        .isPresent();
  }

  /** The findings on a person that are here, for whoever is about to read them. */
  public Set<RecordId> here(RecordId person) {
    return new LinkedHashSet<>(
        station.view().records().having(Kinds.FINDING.key(), "person", Value.ref(person)));
  }

  /** What a finding says that it knew. */
  private String known(RecordId person, Set<RecordId> read) {
    String known =
        here(person).stream()
            .filter(
                f ->
                    read.contains(f)
                        || Begun.by(station, f).filter(station.me()::equals).isPresent())
            .map(RecordId::toString)
            .collect(Collectors.joining(" "));
    return known.isEmpty() ? "-" : known;
  }

  /** What came of a second officer's signature. */
  public enum Confirmed {
    DONE,
    WRONG_PASSPHRASE,
    SAME_OFFICER,
    /** The certificate of one of the two was taken back or has ended. */
    NOT_CERTIFIED
  }

  /**
   * A second officer agrees or not, with the own key, opened by the own passphrase at this moment
   * and forgotten again. The officer who made the finding cannot confirm it. What has come to be
   * disputed since is decided first: nobody agrees to take protection away over two versions.
   *
   * <p>A finding may have come from elsewhere, written by whatever hand: what is asked of who finds
   * so is asked of who agrees, too.
   *
   * @throws CaseworkFault {@code DISPUTED}, {@code NOT_SCREENED}, {@code NOTHING_ASKED} for a yes
   *     to a finding that takes protection away
   */
  public Confirmed confirm(
      RecordId finding, boolean agrees, String reason, String handle, char[] passphrase) {
    Optional<SigningKey> second = officers.second(handle, passphrase);
    if (second.isEmpty()) {
      return Confirmed.WRONG_PASSPHRASE;
    }
    Fingerprint made =
        Begun.by(station, finding)
            .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
    Fingerprint key = new Fingerprint(second.get().verifying().fingerprint());
    if (made.equals(key)) {
      return Confirmed.SAME_OFFICER;
    }
    Map<String, FieldState> known = station.view().records().fields(finding);
    Seconds seconds = new Seconds(station, officers);
    // Who says no to it protects, whoever found it.
    if (!seconds.maySign(key) || agrees && isLower(known) && !seconds.maySign(made)) {
      return Confirmed.NOT_CERTIFIED;
    }
    RecordId person =
        Stored.record(known, "person")
            .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
    Optional<RecordId> screening = Stored.record(known, "screening");
    if (agrees
        && isLower(known)
        && (disputed(person) || screening.filter(this::disputed).isPresent())) {
      throw new CaseworkFault(CaseworkFault.Code.DISPUTED);
    }
    if (agrees && isLower(known)) {
      rests(person, screening);
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("person", Value.ref(person));
    fields.put("finding", Value.ref(finding));
    fields.put("agrees", Value.flag(agrees));
    fields.put("reason", Value.text(reason.strip()));
    fields.put("at", station.now().toValue());
    ledger.write(
        new Act().make(station.ids().record(), Kinds.CONFIRMATION, station.scopeOf(person), fields),
        second.get());
    return Confirmed.DONE;
  }

  /**
   * What the first officer wrote, for whoever is asked to agree.
   *
   * @param finding as it is written, a code
   * @param screening that it was found in; empty where it names none that is here
   * @param byName empty where the officer is not known here
   * @param others the other findings on the person, which whoever agrees has read as well
   */
  public record FirstWord(
      RecordId id,
      String finding,
      Optional<RecordId> screening,
      String byName,
      String reason,
      List<Other> others) {
    public FirstWord {
      others = List.copyOf(others);
    }

    @Override
    public String toString() {
      return "FirstWord";
    }
  }

  /**
   * Another finding on the person.
   *
   * @param finding as it is written, a code
   * @param byName empty where the officer is not known here
   */
  public record Other(String finding, String byName, String reason) {
    @Override
    public String toString() {
      return "Other";
    }
  }

  /** {@link #waiting} with what it rests on: nobody signs what was not read. */
  public Optional<FirstWord> firstWord(RecordId person) {
    return waiting(person).map(finding -> firstWord(person, finding));
  }

  private FirstWord firstWord(RecordId person, RecordId finding) {
    Map<String, FieldState> fields = station.view().records().fields(finding);
    return new FirstWord(
        finding,
        Stored.text(fields, "finding").orElse(""),
        Stored.record(fields, "screening")
            .filter(
                s ->
                    station
                        .view()
                        .screenings()
                        .find(s)
                        .filter(row -> row.person().equals(person))
                        .isPresent()),
        byName(finding),
        Stored.text(fields, "reason").orElse(""),
        here(person).stream().filter(f -> !f.equals(finding)).map(this::other).toList());
  }

  private Other other(RecordId finding) {
    Map<String, FieldState> fields = station.view().records().fields(finding);
    return new Other(
        Stored.text(fields, "finding").orElse(""),
        byName(finding),
        Stored.text(fields, "reason").orElse(""));
  }

  private String byName(RecordId finding) {
    return Begun.by(station, finding).map(by -> officers.names().getOrDefault(by, "")).orElse("");
  }

  /** The finding of a person that waits for a second officer, if there is one. */
  public Optional<RecordId> waiting(RecordId person) {
    return station
        .view()
        .people()
        .find(person)
        .filter(p -> p.findingLower() && !p.findingConfirmed())
        .flatMap(org.sala.store.PersonRows.Row::finding);
  }

  private boolean isClosed(RecordId screening, RecordId person) {
    return station
        .view()
        .screenings()
        .find(screening)
        .filter(s -> s.person().equals(person))
        .filter(s -> Screenings.State.of(s.state()) == Screenings.State.CLOSED)
        .isPresent();
  }

  /** One of which this officer may not read the protected answers may have some. */
  private boolean isAnswered(RecordId screening) {
    AnswerFields fields = AnswerFields.of(station, screening);
    return fields.keptBack()
        || fields.answers(Given::of).values().stream()
            .flatMap(List::stream)
            .anyMatch(g -> !g.empty() && isAsked(g));
  }

  /** A yes, a no or something told: "later" is not asked, and no never follows from "unknown". */
  private static boolean isAsked(Given g) {
    return List.of("yes", "no").contains(g.code()) || !g.words().isBlank() || !g.seen().isBlank();
  }

  private static boolean isLower(Map<String, FieldState> finding) {
    FieldState lower = finding.get("lower");
    boolean says = lower != null && lower.values().contains(Value.flag(true));
    return LowerFinding.is(Stored.text(finding, "finding").orElse(""), says);
  }

  private boolean disputed(RecordId record) {
    return Undecided.is(station, record);
  }
}
