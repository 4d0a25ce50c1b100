package org.sala.casework.exhibits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.station.Act;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.Begun;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Officers;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Fingerprint;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.ScopeId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.Records;

/** Who has had an exhibit, from hand to hand; what was written stays, and more is added to it. */
public final class Custody {
  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;

  Custody(Station station, Ledger ledger, AuditTrail audit) {
    this.audit = audit;
    this.station = station;
    this.ledger = ledger;
  }

  /** What happened to an exhibit. */
  public enum Event {
    TAKEN("taken"),
    SEALED("sealed"),
    OPENED("opened"),
    HANDED_OVER("handedOver"),
    STORED("stored"),
    EXAMINED("examined"),
    RETURNED("returned"),
    DESTROYED("destroyed"),
    OTHER("other");

    private final String code;

    Event(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /** An event to be written down; everything but what and when may be empty. */
  public record NewEvent(
      Event event,
      Moment at,
      String from,
      String to,
      String place,
      String sealNumber,
      String note) {
    public NewEvent {
      if (event == Event.SEALED && sealNumber.isBlank()) {
        throw new IllegalArgumentException("a sealed bag has a number");
      }
    }

    @Override
    public String toString() {
      return "NewEvent[" + event + "]";
    }
  }

  /**
   * An event as it was written down.
   *
   * @param event its code, which a newer station may have made up
   * @param recordedBy the officer who wrote it down; empty when it is not known here
   */
  public record Entry(
      RecordId id,
      String event,
      Optional<Moment> at,
      String from,
      String to,
      String place,
      String sealNumber,
      String note,
      String recordedBy,
      Moment recorded) {
    @Override
    public String toString() {
      return "CustodyEntry[" + id + "]";
    }
  }

  /** The events of an exhibit in the order in which they were written down. */
  public List<Entry> of(RecordId exhibit) {
    Map<Fingerprint, String> names = new Officers(station, ledger, audit).names();
    List<Entry> entries = new ArrayList<>();
    for (Records.Row row : station.view().records().pointingTo(exhibit, "exhibit")) {
      if (row.kind().equals(Kinds.CUSTODY.key())) {
        entries.add(entry(row.id(), names));
      }
    }
    return entries;
  }

  private Entry entry(RecordId id, Map<Fingerprint, String> names) {
    Map<String, FieldState> f = station.view().records().fields(id);
    Records.RevisionRow first = Begun.row(station, id).orElseThrow();
    return new Entry(
        id,
        Stored.text(f, "event").orElse(""),
        Optional.ofNullable(f.get("at")).map(FieldState::value).flatMap(Moment::of),
        Stored.text(f, "from").orElse(""),
        Stored.text(f, "to").orElse(""),
        Stored.text(f, "place").orElse(""),
        Stored.text(f, "sealNumber").orElse(""),
        Stored.text(f, "note").orElse(""),
        names.getOrDefault(first.author(), ""),
        first.time());
  }

  public Saved add(RecordId exhibit, NewEvent event) {
    ScopeId scope =
        station
            .view()
            .records()
            .find(exhibit)
            .filter(r -> r.kind().equals(Kinds.EXHIBIT.key()))
            .map(Records.Row::scope)
            .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
    return ledger.write(
        new Act().make(station.ids().record(), Kinds.CUSTODY, scope, fields(exhibit, event)));
  }

  static Map<String, Value> fields(RecordId exhibit, NewEvent event) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("exhibit", Value.ref(exhibit));
    fields.put("event", Value.text(event.event().code()));
    fields.put("at", event.at().toValue());
    Stored.put(fields, "from", event.from());
    Stored.put(fields, "to", event.to());
    Stored.put(fields, "place", event.place());
    Stored.put(fields, "sealNumber", event.sealNumber());
    Stored.put(fields, "note", event.note());
    return fields;
  }
}
