package org.sala.casework.packages.carry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Fears;
import org.sala.casework.consent.SaidElsewhere;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.seal.ConsentLimits;
import org.sala.casework.packages.seal.PartnerSealing;
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.station.Act;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.ChangeId;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.Records;

/**
 * A yes that was taken back after a package was sealed and before it left. Sealing has asked once;
 * this asks again at the door.
 */
@BehindTheDesk
public final class WithdrawnConsents {
  private final Station station;
  private final Ledger ledger;

  public WithdrawnConsents(Station station, Ledger ledger) {
    this.station = station;
    this.ledger = ledger;
  }

  /** Numbers of those whose protected part is in it and whose last word lets it leave no more. */
  List<String> since(RecordId parcel) {
    return numbers(withdrawing(parcel));
  }

  private List<String> numbers(Collection<RecordId> people) {
    return people.stream().map(p -> Stored.number(station, p, "wristband")).toList();
  }

  private List<RecordId> withdrawing(RecordId parcel) {
    Map<String, FieldState> f = station.view().records().fields(parcel);
    Consents consents = new Consents(station, ledger).ofMany();
    List<RecordId> people = new ArrayList<>();
    for (RecordId person : Stored.records(f, "withConsent")) {
      boolean lets =
          consents
              .lastWord(person, purpose(f), recipient(f))
              .map(Consents.LastWord::lets)
              .orElse(false);
      if (!lets) {
        people.add(person);
      }
    }
    return people;
  }

  private static String purpose(Map<String, FieldState> parcel) {
    return Stored.text(parcel, "consentFor").orElse(Sealing.INVESTIGATION_PURPOSE);
  }

  private static String recipient(Map<String, FieldState> parcel) {
    return Stored.text(parcel, "consentTo").orElse(Sealing.TO_HEADQUARTERS);
  }

  /** Of those who stop a package: for whom it is another record of the same person that does. */
  public List<SaidElsewhere> elsewhere(RecordId parcel) {
    Map<String, FieldState> f = station.view().records().fields(parcel);
    Set<RecordId> people = new LinkedHashSet<>(withdrawing(parcel));
    people.addAll(afraid(parcel));
    return SaidElsewhere.among(
        station, people, new Consents(station, ledger), purpose(f), recipient(f), kept(f));
  }

  private Fears.KeptFrom kept(Map<String, FieldState> parcel) {
    Fears fears = new Fears(station, ledger);
    return Stored.text(parcel, "country")
        .map(fears::keptFrom)
        .orElseGet(fears::keptFromHeadquarters);
  }

  /**
   * Numbers of those who leave something out since, which is in a package to headquarters, to
   * another station of the agency or to another agency.
   */
  List<String> leaving(RecordId parcel) {
    Map<String, FieldState> f = station.view().records().fields(parcel);
    ConsentLimits left = new ConsentLimits(station, ledger);
    boolean ours =
        Stored.text(f, "purpose").filter(p -> p.equals("report") || p.equals("field")).isPresent();
    if (Stored.text(f, "direction").filter("out"::equals).isEmpty()) {
      return List.of();
    }
    if (PartnerSealing.isCopy(f)) {
      return new CopyConsentLimits(station, ledger).since(f);
    }
    if (!ours || left.nothing()) {
      return List.of();
    }
    Set<String> withheld = new HashSet<>(Stored.words(f, "withheld", " "));
    Set<RecordId> people = new LinkedHashSet<>();
    for (ChangeId change : Stored.changes(f, "changes")) {
      for (Records.RevisionRow row : station.view().records().revisionsOf(change)) {
        if (!withheld.contains(row.id().hex())) {
          station
              .journal()
              .revision(row.at())
              .flatMap(left::of)
              .ifPresent(k -> people.add(k.person()));
        }
      }
    }
    return numbers(people);
  }

  /**
   * Numbers of those whom it is about and who fear the recipient's country since; who was left
   * apart when it was sealed is not in it.
   */
  List<String> fearing(RecordId parcel) {
    return numbers(afraid(parcel));
  }

  private Set<RecordId> afraid(RecordId parcel) {
    Map<String, FieldState> f = station.view().records().fields(parcel);
    Fears.KeptFrom kept = kept(f);
    if (kept.isEmpty() || Stored.text(f, "direction").filter("out"::equals).isEmpty()) {
      return Set.of();
    }
    Set<RecordId> people = new LinkedHashSet<>();
    for (String change : Stored.text(f, "changes").orElse("").split(" ", -1)) {
      if (!change.isEmpty()) {
        for (Records.RevisionRow row : station.view().records().revisionsOf(ChangeId.of(change))) {
          station
              .view()
              .records()
              .recordOf(row.id())
              .flatMap(station.view().records()::find)
              .flatMap(r -> kept.who(r.scope(), r.id()))
              .ifPresent(people::add);
        }
      }
    }
    Stored.records(f, "apart").forEach(people::remove);
    return people;
  }

  /**
   * Numbers of all who stop a package that lies here: they said no since, leave something out
   * since, or fear since.
   */
  public List<String> stopping(RecordId parcel) {
    return Stream.of(since(parcel), fearing(parcel), leaving(parcel))
        .flatMap(List::stream)
        .distinct()
        .sorted()
        .toList();
  }

  /** Sets a package aside that still lies here; what has left, has left. */
  public void setAside(RecordId parcel, String reason) {
    Map<String, FieldState> f = station.view().records().fields(parcel);
    boolean here =
        Stored.text(f, "state").filter(PackageState.SEALED.name()::equals).isPresent()
            && Stored.text(f, "direction").filter("out"::equals).isPresent();
    if (!here) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_FOUND);
    }
    ledger.write(
        new Act()
            .edit(
                parcel,
                Kinds.PARCEL,
                Map.of(
                    "state", Value.text(PackageState.SET_ASIDE.name()),
                    "setAside", Value.text(reason.strip())))
            .because(reason));
  }
}
