package org.sala.casework.headquarters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.sala.casework.station.Act;
import org.sala.casework.station.Begun;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.Records;

/**
 * Headquarters tells all its stations something: a number that changed, a lie that recruiters tell
 * this week. It goes with the next answer or in a package of its own, stands in Today at each
 * station until somebody there has read it, and that it was read comes back with the station's next
 * package. It counts from headquarters alone.
 */
public final class Bulletins {
  private final Station station;
  private final Ledger ledger;

  public Bulletins(Station station, Ledger ledger) {
    this.station = station;
    this.ledger = ledger;
  }

  /**
   * Tells all stations.
   *
   * @throws CaseworkFault {@code NOT_HEADQUARTERS}; {@code NOTHING_TO_SAVE} without a title or
   *     words
   */
  public RecordId tell(String title, String words) {
    atHeadquarters();
    if (title.isBlank() || words.isBlank()) {
      throw new CaseworkFault(CaseworkFault.Code.NOTHING_TO_SAVE);
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("title", Value.text(title.strip()));
    fields.put("words", Value.text(words.strip()));
    fields.put("at", station.now().toValue());
    RecordId id = station.ids().record();
    ledger.write(new Act().make(id, Kinds.BULLETIN, station.scope(), fields));
    return id;
  }

  /** Takes one back: it holds no more, and stations show it no more once they hear of that. */
  public void takeBack(RecordId id) {
    atHeadquarters();
    if (one(id).over()) {
      throw new CaseworkFault(CaseworkFault.Code.ALREADY_DONE);
    }
    ledger.write(new Act().edit(id, Kinds.BULLETIN, Map.of("over", station.now().toValue())));
  }

  /** Returns all bulletins, the last first. */
  public List<Bulletin> all() {
    List<Bulletin> all = new ArrayList<>();
    for (Records.Row row : station.view().records().ofKind(Kinds.BULLETIN.key())) {
      if (isTheirs(row.id())) {
        all.add(bulletin(row.id()));
      }
    }
    all.sort(Comparator.comparing((Bulletin b) -> b.at().instant()).reversed());
    return all;
  }

  /** Returns at a station what holds and nobody here has read, the oldest first. */
  public List<Bulletin> unread() {
    return tells()
        ? List.of()
        : all().reversed().stream().filter(b -> !b.over() && !b.readHere()).toList();
  }

  /**
   * Writes down that somebody here has read a bulletin.
   *
   * @throws CaseworkFault {@code ALREADY_DONE} where somebody has before
   */
  public void read(RecordId id) {
    if (one(id).readHere()) {
      throw new CaseworkFault(CaseworkFault.Code.ALREADY_DONE);
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("bulletin", Value.ref(id));
    fields.put("at", station.now().toValue());
    ledger.write(
        new Act().make(station.ids().record(), Kinds.BULLETIN_READ, station.scope(), fields));
  }

  /** Whether others are told here; a station is told. */
  public boolean tells() {
    return station.state().flag("isHeadquarters");
  }

  private void atHeadquarters() {
    if (!tells()) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_HEADQUARTERS);
    }
  }

  private Bulletin one(RecordId id) {
    return all().stream()
        .filter(b -> b.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
  }

  /** A station could write such a record as well. */
  private boolean isTheirs(RecordId id) {
    return Begun.at(station, id).filter(this::isHeadquarters).isPresent();
  }

  private boolean isHeadquarters(StationId who) {
    return who.toString().equals(station.state().text("headquarters").orElse(""));
  }

  /** Whether headquarters has taken one back; a station could write that as well. */
  private boolean isOver(RecordId id) {
    return station.view().records().revisions(id).stream()
        .filter(r -> isHeadquarters(r.station()))
        .flatMap(r -> station.journal().revision(r.at()).stream())
        .anyMatch(r -> r.fields().containsKey("over"));
  }

  private Bulletin bulletin(RecordId id) {
    Map<String, FieldState> f = station.view().records().fields(id);
    boolean here = false;
    TreeSet<String> names = new TreeSet<>();
    Roster roster = new Roster(station.state());
    for (Records.Row row : station.view().records().pointingTo(id, "bulletin")) {
      StationId by = Begun.at(station, row.id()).orElseThrow();
      here |= by.equals(station.identity().station());
      if (tells()) {
        names.add(roster.nameOf(by.toString()));
      }
    }
    return new Bulletin(
        id,
        Stored.text(f, "title").orElse(""),
        Stored.text(f, "words").orElse(""),
        moment(f, "at"),
        isOver(id),
        here,
        List.copyOf(names));
  }

  private Moment moment(Map<String, FieldState> f, String key) {
    return Stored.moment(f, key).orElseGet(station::now);
  }
}
