package org.sala.casework.packages.carry;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.ItemFields;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.ProtectedPart;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.ChangeId;
import org.sala.domain.Compartment;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.merge.FieldState;
import org.sala.store.Records;

/**
 * What people leave out since a copy for another agency was sealed and that is in it: looked at
 * once more at the door, in what was written into the copy and not in what the records say now.
 */
final class CopyConsentLimits {
  /** Under which an extract has what it was given. */
  private static final Set<String> GIVEN = Set.of("value", "file", "safe");

  private final Station station;
  private final Consents consents;

  CopyConsentLimits(Station station, Ledger ledger) {
    this.station = station;
    this.consents = new Consents(station, ledger).ofMany();
  }

  /** Returns the numbers of the people who leave out since then what the copy holds, in order. */
  List<String> since(Map<String, FieldState> parcel) {
    String purpose = Stored.text(parcel, "consentFor").orElse("");
    String recipient = Stored.text(parcel, "consentTo").orElse("");
    Set<String> numbers = new TreeSet<>();
    for (RecordId extract : extracts(parcel)) {
      Map<String, FieldState> f = station.view().records().fields(extract);
      Optional<RecordId> of = Stored.records(f, "of").stream().findFirst();
      Optional<RecordId> person = of.flatMap(r -> person(Stored.text(f, "kind").orElse(""), r));
      if (person.isPresent()) {
        Set<String> without = without(person.get(), purpose, recipient);
        if (!without.isEmpty() && says(extract, f).stream().anyMatch(without::contains)) {
          numbers.add(Stored.number(station, person.get(), "wristband"));
        }
      }
    }
    return List.copyOf(numbers);
  }

  /** What a yes leaves out; where it was taken back, or danger stands for it, others ask. */
  private Set<String> without(RecordId person, String purpose, String recipient) {
    return consents
        .lastWord(person, purpose, recipient)
        .filter(w -> !w.disputed() && w.answer().equals(Consents.Answer.YES.name()))
        .map(w -> consents.without(person, purpose, recipient))
        .orElse(Set.of());
  }

  private Set<RecordId> extracts(Map<String, FieldState> parcel) {
    Set<RecordId> extracts = new HashSet<>();
    for (ChangeId change : Stored.changes(parcel, "changes")) {
      for (Records.RevisionRow row : station.view().records().revisionsOf(change)) {
        station
            .view()
            .records()
            .recordOf(row.id())
            .flatMap(station.view().records()::find)
            .filter(r -> r.kind().equals(Kinds.EXTRACT.key()))
            .ifPresent(r -> extracts.add(r.id()));
      }
    }
    return extracts;
  }

  private Optional<RecordId> person(String kind, RecordId record) {
    return kind.equals(Kinds.PERSON.key())
        ? Optional.of(record)
        : Optional.ofNullable(station.view().records().fields(record).get("person"))
            .flatMap(s -> s.value().asRef());
  }

  /**
   * Returns what an extract says; all that can be left out where this officer may not read what it
   * holds.
   */
  private Set<String> says(RecordId extract, Map<String, FieldState> open) {
    ProtectedPart safe = new ProtectedPart(station);
    if (safe.exists(extract) && !station.mayOpen(Compartment.PROTECTION)) {
      return Set.copyOf(Consents.ITEMS);
    }
    String kind = Stored.text(open, "kind").orElse("");
    Set<String> says = new HashSet<>();
    if (kind.equals(Kinds.STATEMENT.key())) {
      says.add("account");
    }
    for (Map<String, FieldState> part : List.of(open, safe.fields(extract))) {
      for (String key : part.keySet()) {
        int slash = key.indexOf('/');
        if (slash > 0 && GIVEN.contains(key.substring(0, slash))) {
          says.addAll(ItemFields.of(kind, key.substring(slash + 1)));
        }
      }
    }
    return says;
  }
}
