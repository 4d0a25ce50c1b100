package org.sala.casework.erasing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sala.casework.house.Pairs;
import org.sala.casework.joining.Losing;
import org.sala.casework.packages.register.PackageMentions;
import org.sala.casework.packages.take.QuarantineMentions;
import org.sala.casework.people.People;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Officers;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.AuditEntry;
import org.sala.domain.ChangeId;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.domain.StationId;
import org.sala.merge.FieldState;
import org.sala.store.Records;
import org.sala.store.SamePersonRows;
import org.sala.vault.StoredObject;

/** Works out how far erasing something reaches. Nothing is written. */
@BehindTheDesk
final class Reach {
  /** Fields under which records keep the number that people know them by. */
  private static final List<String> NUMBERS = List.of("number", "wristband");

  /** What has brought a change to headquarters. */
  private static final Set<String> AT_HEADQUARTERS = Set.of("RECEIVED", "HELD", "PARTLY");

  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final Officers officers;
  private final People people;

  Reach(Station station, Ledger ledger, AuditTrail audit, Officers officers, People people) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
    this.officers = officers;
    this.people = people;
  }

  /** The whole scope of a person or a case. */
  Erasing of(RecordId about) {
    Records records = station.view().records();
    Records.Row row =
        records
            .find(about)
            .filter(r -> isCase(r) || r.kind().equals(Kinds.PERSON.key()))
            .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
    List<Records.Row> gone = records.inScope(row.scope());
    Map<ChangeId, Set<RevisionId>> parts = new LinkedHashMap<>();
    Set<StationId> writers = new HashSet<>();
    long began = Long.MAX_VALUE;
    for (Records.Row r : gone) {
      for (Records.RevisionRow v : records.revisions(r.id())) {
        parts.computeIfAbsent(v.change(), c -> new HashSet<>()).add(v.id());
        writers.add(v.station());
        began = Math.min(began, v.time().instant().toEpochMilli());
      }
    }
    Set<ChangeId> only = new HashSet<>(parts.keySet());
    only.removeAll(station.view().sent().in(AT_HEADQUARTERS));
    List<StoredObject> files =
        station.objects().all().stream().filter(o -> o.scope().equals(row.scope())).toList();
    return new Erasing(
        about,
        row.kind(),
        row.scope(),
        Stored.number(station, about, isCase(row) ? "number" : "wristband"),
        numbers(gone),
        gone.stream().map(Records.Row::id).toList(),
        new Erasing.Files(files.size(), files.stream().mapToLong(o -> o.facts().size()).sum()),
        station.state().flag("isHeadquarters") ? 0 : only.size(),
        new PackageMentions(station).of(parts),
        station.state().flag("isHeadquarters")
            ? new PackageMentions(station).toldToWait(parts.keySet())
            : Map.of(),
        new QuarantineMentions(station, ledger).of(row.scope(), writers),
        backups(began),
        isCase(row) ? List.of() : statements(about),
        isCase(row) ? Erasing.Others.NONE : others(about),
        isCase(row) ? people.inCase(about).size() : 0,
        tells(),
        !isCase(row) && protects(about),
        isCase(row) ? List.of() : losing(about));
  }

  private boolean tells() {
    return !station.state().flag("isHeadquarters")
        && station.state().text("headquarters").isPresent();
  }

  private static boolean isCase(Records.Row row) {
    return row.kind().equals(Kinds.CASE.key());
  }

  private List<String> numbers(List<Records.Row> gone) {
    List<String> numbers = new ArrayList<>();
    Map<RecordId, Map<String, FieldState>> fields =
        station.view().records().fields(gone.stream().map(Records.Row::id).toList());
    fields
        .values()
        .forEach(f -> NUMBERS.forEach(key -> Stored.text(f, key).ifPresent(numbers::add)));
    return numbers.stream().distinct().sorted().toList();
  }

  private List<Moment> backups(long since) {
    return audit.entries(station.identity().incarnation()).stream()
        .filter(e -> e.act() == AuditEntry.Act.BACKED_UP)
        .map(AuditEntry::time)
        .filter(t -> t.instant().toEpochMilli() >= since)
        .toList();
  }

  private List<String> statements(RecordId person) {
    return station.view().records().pointingTo(person, "person").stream()
        .filter(r -> r.kind().equals(Kinds.STATEMENT.key()))
        .map(r -> Stored.number(station, r.id(), "number"))
        .sorted()
        .toList();
  }

  private Erasing.Others others(RecordId person) {
    return new Erasing.Others(
        count(Kinds.INSIDE, person, "saidBy"),
        count(Kinds.INVOLVEMENT, person, "person"),
        told(person));
  }

  /** Such a record has no number: it is known by what somebody said. */
  private List<String> told(RecordId person) {
    Records records = station.view().records();
    return station.view().samePeople().said(Set.of(person)).stream()
        .filter(SamePersonRows.Said::same)
        .map(s -> s.besides(person))
        .distinct()
        .filter(r -> records.find(r).filter(Reach::isInside).isPresent())
        .map(records::fields)
        .map(
            f ->
                Stream.of("name", "relation", "site", "place")
                    .flatMap(key -> Stored.text(f, key).stream())
                    .filter(w -> !w.isEmpty())
                    .collect(Collectors.joining(", ")))
        .sorted()
        .toList();
  }

  private static boolean isInside(Records.Row row) {
    return row.kind().equals(Kinds.INSIDE.key());
  }

  private int count(Kind kind, RecordId person, String under) {
    return (int)
        station.view().records().pointingTo(person, under).stream()
            .filter(r -> r.kind().equals(kind.key()))
            .count();
  }

  /** A danger that nobody was told of, or somebody who is kept apart from this person. */
  private boolean protects(RecordId person) {
    boolean danger =
        people
            .find(person)
            .filter(p -> List.of(p.urgency().split(" ", -1)).contains("danger"))
            .isPresent();
    return danger
        || new Pairs(station, ledger, people, officers)
            .of(Set.of(person)).stream().anyMatch(p -> p.how() == Pairs.How.APART && p.inForce());
  }

  private List<String> losing(RecordId person) {
    return new Losing(station, ledger, people)
        .byErasing(person).stream().map(this::called).sorted().toList();
  }

  /** By the number, or where nobody has given one by a name. */
  private String called(RecordId person) {
    return people
        .find(person)
        .flatMap(
            p ->
                Stream.of(p.wristband(), p.name(), p.roman()).filter(w -> !w.isBlank()).findFirst())
        .orElse("–");
  }
}
