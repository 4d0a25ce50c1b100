package org.sala.casework.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sala.casework.forms.Forms;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.people.SiteName;
import org.sala.casework.people.StillInside;
import org.sala.casework.screening.Screenings;
import org.sala.casework.screening.Statements;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Compartment;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.merge.FieldState;
import org.sala.store.CaseRows;
import org.sala.store.PersonRows;

/**
 * Finds everything that has a number, and people here and inside by name: from the beginning of a
 * word, in any script. What this officer may not read is not found.
 */
public final class Search {
  /** Of so many people whose number was typed their screenings and forms are shown as well. */
  private static final int FEW = 3;

  private static final String PACKAGE = "\\p{Nd}{1,9}";

  private final Station station;
  private final Rooms rooms;

  /** What is found is told by whoever keeps it. */
  public record Rooms(
      Cases cases,
      People people,
      StillInside inside,
      Statements statements,
      Screenings screenings,
      Forms forms) {}

  public Search(Station station, Rooms rooms) {
    this.station = station;
    this.rooms = rooms;
  }

  /**
   * Returns what is found: cases first, for there are few; then people, then what belongs to them;
   * of each what begins soonest.
   *
   * @param limit so many at most, half of them people where so many are found
   */
  public List<Found> find(String typed, int limit) {
    int some = Math.max(1, limit / 4);
    List<PersonRows.Row> rows = new ArrayList<>();
    word("person", typed, limit)
        .forEach(id -> station.view().people().find(id).ifPresent(rows::add));
    List<Found> found = new ArrayList<>(cases(typed, some));
    List<Found> things = things(typed, rows, some);
    int room = limit - found.size();
    int people = Math.min(rows.size(), Math.max(room - things.size(), (room + 1) / 2));
    rooms.people().lines(rows.subList(0, people)).forEach(p -> found.add(new Found.Person(p)));
    things.stream().limit(limit - found.size()).forEach(found::add);
    return found;
  }

  private List<Found> things(String typed, List<PersonRows.Row> people, int some) {
    List<PersonRows.Row> numbered =
        people.stream().filter(p -> begins(p.wristband(), typed)).limit(FEW).toList();
    List<Found> things = new ArrayList<>(statements(typed, some));
    things.addAll(screenings(typed, numbered, some));
    numbered.forEach(
        p ->
            rooms.forms().of(p.id()).stream()
                .limit(some)
                .map(Found.Form::new)
                .forEach(things::add));
    things.addAll(referrals(typed, some));
    things.addAll(inside(typed, some));
    things.addAll(exhibits(typed, some));
    things.addAll(packages(typed, some));
    return things;
  }

  private static boolean begins(String number, String typed) {
    return number.toLowerCase(Locale.ROOT).startsWith(typed.strip().toLowerCase(Locale.ROOT));
  }

  private List<RecordId> word(String kind, String typed, int most) {
    return station.view().records().beginningWith(kind, typed, most);
  }

  private List<Found> cases(String typed, int most) {
    return each(word(Kinds.CASE.key(), typed, most), rooms.cases()::find, Found.Case::new);
  }

  private static <T> List<Found> each(
      List<RecordId> ids, Function<RecordId, Optional<T>> read, Function<T, Found> found) {
    return ids.stream().flatMap(id -> read.apply(id).stream()).map(found).toList();
  }

  private List<Found> statements(String typed, int most) {
    return each(
        word(Kinds.STATEMENT.key(), typed, most),
        rooms.statements()::find,
        s -> new Found.Statement(s, Stored.number(station, s.caseId(), "number")));
  }

  /** Whoever comes back brings the card; whoever is here wears the number. */
  private List<Found> screenings(String typed, List<PersonRows.Row> people, int most) {
    Map<RecordId, Found> all = new LinkedHashMap<>();
    each(word(Kinds.SCREENING.key(), typed, most), rooms.screenings()::find, Found.Screening::new)
        .forEach(s -> all.put(s.id(), s));
    for (PersonRows.Row p : people) {
      rooms.screenings().of(p.id()).stream()
          .limit(most)
          .forEach(s -> all.put(s.id(), new Found.Screening(s)));
    }
    return List.copyOf(all.values());
  }

  /**
   * How far somebody's referral is may only be looked up by whoever may read the protected part.
   */
  private List<Found> referrals(String typed, int most) {
    return !station.mayOpen(Compartment.PROTECTION)
        ? List.of()
        : each(
            word(Kinds.REFERRAL.key(), typed, most),
            station.view().referrals()::find,
            r ->
                new Found.Referral(
                    r.id(), r.slip(), r.person(), Stored.number(station, r.person(), "wristband")));
  }

  private List<Found> inside(String typed, int most) {
    List<Found> found = new ArrayList<>();
    for (StillInside.Line l : rooms.inside().still(word(Kinds.INSIDE.key(), typed, most))) {
      Map<String, FieldState> fields = station.view().records().fields(l.id());
      found.add(
          new Found.Inside(
              l,
              station.view().cases().ofPeople(List.of(l.saidBy())).stream()
                  .map(CaseRows.Row::id)
                  .findFirst(),
              SiteName.folded(fields, "site")));
    }
    return found;
  }

  private List<Found> exhibits(String typed, int most) {
    return each(
        word(Kinds.EXHIBIT.key(), typed, most),
        station.view().exhibits()::find,
        e -> new Found.Exhibit(e.id(), e.number(), e.title()));
  }

  /** Nobody types a number of packages with zeros before it, and everybody reads it so. */
  private List<Found> packages(String typed, int most) {
    String number = typed.strip();
    if (!number.matches(PACKAGE)) {
      return List.of();
    }
    return station.view().parcels().numbered(Long.parseLong(number), most).stream()
        .map(this::parcel)
        .toList();
  }

  private Found parcel(RecordId id) {
    Map<String, FieldState> f = station.view().records().fields(id);
    boolean outgoing = Stored.text(f, "direction").filter("out"::equals).isPresent();
    return new Found.Parcel(
        id,
        outgoing,
        Stored.whole(f, "sequence"),
        Stored.text(f, "purpose").orElse(""),
        PackageState.of(f, PackageState.SEALED),
        Stored.moment(f, outgoing ? "sealed" : "received"));
  }
}
