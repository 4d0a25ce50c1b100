package org.sala.casework.house;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.station.Act;
import org.sala.casework.station.Begun;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Officers;
import org.sala.casework.station.ProtectedPart;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Compartment;
import org.sala.domain.Fingerprint;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.Records;

/** Handing the house over to the next shift, and what has happened since the last time. */
public final class Handovers {
  private static final List<String> TOLD = List.of("stay", "pair", "triage", "referral", "finding");
  private static final int MOST = 200;

  /** What can have happened. */
  public enum What {
    CAME,
    WHEREABOUTS,
    PLACE,
    FREEDOM,
    PHONE,
    STEP,
    STEP_DONE,
    VISIT,
    REFLECTION,
    APART,
    VERIFIED,
    PAIR_ENDED,
    PAIR_AGREED,
    URGENT,
    TOLD,
    REFERRAL,
    FINDING
  }

  /**
   * One handover.
   *
   * @param to who takes over
   * @param here how many were there
   * @param note empty where there is none or it may not be read
   * @param by who handed over
   */
  public record Handover(RecordId id, Moment at, String to, long here, String note, String by) {
    @Override
    public String toString() {
      return "Handover[" + id + "]";
    }
  }

  /**
   * Something that has happened.
   *
   * @param number the wristband's of whom it happened to
   * @param detail a code or a short word; empty where {@code what} says it all
   */
  public record Happened(
      RecordId person, String number, What what, String detail, Moment at, String by) {
    @Override
    public String toString() {
      return "Happened[" + what + "]";
    }
  }

  private final Station station;
  private final Ledger ledger;
  private final Officers officers;

  public Handovers(Station station, Ledger ledger, Officers officers) {
    this.station = station;
    this.ledger = ledger;
    this.officers = officers;
  }

  /** Hands the house over; from now on what happens is new. */
  public RecordId handOver(String to, String note) {
    if (to.isBlank()) {
      throw new IllegalArgumentException("somebody takes over");
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("at", station.now().toValue());
    fields.put("to", Value.text(to.strip()));
    fields.put("here", Value.whole(station.view().house().open(House.MOST).size()));
    Stored.put(fields, "note", note);
    RecordId id = station.ids().record();
    ledger.write(new Act().make(id, Kinds.HANDOVER, station.scope(), fields));
    return id;
  }

  /** The last one, in the order in which they were written. */
  public Optional<Handover> last() {
    return station.view().records().ofKind("handover").stream()
        .max(java.util.Comparator.comparingLong(r -> sequence(r.id())))
        .map(r -> read(r.id()));
  }

  private Handover read(RecordId id) {
    Map<String, FieldState> f = station.view().records().fields(id);
    Fingerprint author = Begun.by(station, id).orElseThrow();
    FieldState here = f.get("here");
    return new Handover(
        id,
        Stays.moment(f, "at").orElseGet(station::now),
        Stored.text(f, "to").orElse(""),
        here != null && here.value() instanceof Value.Whole w ? w.number() : 0,
        Stored.text(new ProtectedPart(station).fields(id), "note").orElse(""),
        officers.names().getOrDefault(author, ""));
  }

  private long sequence(RecordId id) {
    return Begun.row(station, id).orElseThrow().sequence();
  }

  /** What has come into the journal since a handover, the last first: clocks decide nothing. */
  List<Happened> since(Handover handover) {
    long after = sequence(handover.id());
    Map<Fingerprint, String> names = officers.names();
    List<Happened> all = new ArrayList<>();
    for (Records.Row row : station.view().records().changedAfter(after, TOLD, MOST)) {
      Optional.ofNullable(station.view().records().fields(row.id()).get("person"))
          .flatMap(f -> f.value().asRef())
          .ifPresent(person -> of(row, person, after, names, all));
    }
    all.sort(java.util.Comparator.comparing((Happened h) -> h.at().instant()).reversed());
    return all;
  }

  private void of(
      Records.Row row,
      RecordId person,
      long after,
      Map<Fingerprint, String> names,
      List<Happened> all) {
    String number = number(person);
    Set<Compartment> begun = EnumSet.noneOf(Compartment.class);
    for (Records.RevisionRow r : station.view().records().revisions(row.id())) {
      boolean made = begun.add(r.compartment());
      Optional<Revision> body =
          r.sequence() > after ? station.journal().revision(r.at()) : Optional.empty();
      body.ifPresent(
          b ->
              said(row.kind(), made, b.fields())
                  .forEach(
                      (what, detail) ->
                          all.add(
                              new Happened(
                                  person,
                                  number,
                                  what,
                                  detail,
                                  r.time(),
                                  names.getOrDefault(r.author(), "")))));
    }
  }

  private String number(RecordId person) {
    return Stored.text(station.view().records().fields(person), "wristband").orElse("");
  }

  private Map<What, String> said(String kind, boolean made, Map<String, Value> f) {
    Map<What, String> said = new LinkedHashMap<>();
    switch (kind) {
      case "stay" -> ofStay(made, f, said);
      case "pair" -> ofPair(f, said);
      case "triage" ->
          f.forEach(
              (key, value) -> {
                if (key.startsWith("urgency/") && !(value instanceof Value.Nothing)) {
                  said.merge(What.URGENT, key.substring(8), (a, b) -> a + " " + b);
                } else if (key.startsWith("toldAt/")) {
                  said.merge(What.TOLD, key.substring(7), (a, b) -> a + " " + b);
                }
              });
      case "referral" -> text(f, "state").ifPresent(s -> said.put(What.REFERRAL, s));
      default -> text(f, "finding").ifPresent(s -> said.put(What.FINDING, s));
    }
    return said;
  }

  private static void ofStay(boolean made, Map<String, Value> f, Map<What, String> said) {
    text(f, "state").ifPresent(s -> said.put(made ? What.CAME : What.WHEREABOUTS, made ? "" : s));
    if (f.containsKey("room") || f.containsKey("bed")) {
      String place = text(f, "room").orElse("") + " " + text(f, "bed").orElse("");
      said.put(What.PLACE, place.strip());
    }
    text(f, "freedom")
        .filter(v -> !made || !v.equals(Stay.Freedom.FREE.name()))
        .ifPresent(v -> said.put(What.FREEDOM, v));
    text(f, "phone").filter(v -> !made).ifPresent(v -> said.put(What.PHONE, v));
    if (f.containsKey("step")) {
      Optional<String> words = text(f, "step");
      said.put(words.isPresent() ? What.STEP : What.STEP_DONE, words.orElse(""));
    }
    if (f.containsKey("reflectionDays")) {
      said.put(What.REFLECTION, "");
    }
    f.forEach(
        (key, value) -> {
          if (key.startsWith("visit/") && value instanceof Value.Parts p) {
            said.put(What.VISIT, p.text("who").orElse(""));
          }
        });
  }

  private void ofPair(Map<String, Value> f, Map<What, String> said) {
    text(f, "how")
        .ifPresent(
            how ->
                Pairs.How.of(how)
                    .ifPresent(
                        h ->
                            said.put(
                                h == Pairs.How.APART ? What.APART : What.VERIFIED,
                                Optional.ofNullable(f.get("other"))
                                    .flatMap(Value::asRef)
                                    .map(this::number)
                                    .orElse(""))));
    if (f.containsKey("ended")) {
      said.put(What.PAIR_ENDED, "");
    }
    if (f.containsKey("agreed")) {
      said.put(What.PAIR_AGREED, "");
    }
  }

  private static Optional<String> text(Map<String, Value> f, String key) {
    return Optional.ofNullable(f.get(key)).flatMap(Value::asText);
  }
}
