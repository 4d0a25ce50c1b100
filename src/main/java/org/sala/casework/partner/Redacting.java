package org.sala.casework.partner;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Fears;
import org.sala.casework.consent.ItemFields;
import org.sala.casework.keys.Partner;
import org.sala.casework.protection.Referral;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.ProtectedPart;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.crypto.Sha256;
import org.sala.domain.Compartment;
import org.sala.domain.Field;
import org.sala.domain.Kinds;
import org.sala.domain.LowerFinding;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.domain.ScopeId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.Records;

/** Works a copy out: who is in it, by their own word; what of each record goes, and why not. */
final class Redacting {
  private final Station station;
  private final Consents consents;
  private final Fears fears;
  private final Partner partner;
  private final CopyRequest request;
  private final Optional<Referral> referral;
  private final Fears.KeptFrom kept;
  private Redaction.Rests rests;
  private final Map<RecordId, Redaction.Word> words = new LinkedHashMap<>();
  private final Map<String, Integer> stays = new TreeMap<>();
  private final Set<RecordId> inCopy = new LinkedHashSet<>();

  /**
   * @param referral where it is what one tells
   */
  Redacting(
      Station station,
      Ledger ledger,
      Partner partner,
      CopyRequest request,
      Optional<Referral> referral) {
    this.station = station;
    this.consents = new Consents(station, ledger).ofMany();
    this.fears = new Fears(station, ledger);
    this.partner = partner;
    this.request = request;
    this.referral = referral;
    this.rests =
        new Redaction.Rests(
            referral
                .flatMap(Referral::contents)
                .map(c -> c.service().purpose())
                .orElse(request.purpose()),
            partner.name());
    this.kept = fears.keptFrom(partner.card().country());
  }

  Redaction redact() {
    List<RecordId> people = people();
    people.forEach(p -> words.put(p, word(p)));
    List<Records.Row> rows = new ArrayList<>();
    for (String kind : RedactionRules.COPIED) {
      scopes(people).stream()
          .flatMap(s -> station.view().records().inScope(s).stream())
          .filter(r -> r.kind().equals(kind) && wanted(r))
          .forEach(rows::add);
    }
    referral.ifPresent(
        r ->
            station
                .view()
                .records()
                .find(r.id())
                .filter(x -> lets(r.person()))
                .ifPresent(rows::add));
    rows.forEach(r -> inCopy.add(r.id()));
    countStaying(people);
    List<Redaction.Item> items = Given.of(rows.stream().map(this::item).toList());
    List<Redaction.Asked> asked =
        words.entrySet().stream()
            .map(e -> asked(e.getKey(), e.getValue()))
            .sorted(java.util.Comparator.comparing(Redaction.Asked::number))
            .toList();
    return new Redaction(
        partner,
        request,
        about(),
        rests,
        items,
        kept(),
        asked,
        staying(),
        stamp(rows, items, asked));
  }

  /**
   * What stays of every record of a kind that is copied, whoever it is about and whether there is
   * anything: all that a reader is told of what was removed.
   */
  private Map<String, Map<String, Redaction.Why>> staying() {
    Map<String, Map<String, Redaction.Why>> all = new LinkedHashMap<>();
    List<String> kinds = new ArrayList<>(RedactionRules.COPIED);
    referral.ifPresent(r -> kinds.add(Kinds.REFERRAL.key()));
    for (String kind : kinds) {
      Map<String, Redaction.Why> fields = new LinkedHashMap<>();
      for (Field field : Kinds.find(kind).orElseThrow().fields()) {
        if (!RedactionRules.isReference(field)) {
          byRule(kind, field).ifPresent(w -> fields.put(field.key(), w));
        }
      }
      all.put(kind, fields);
    }
    return all;
  }

  /** Why a field of that kind stays by itself, in whichever record. */
  private Optional<Redaction.Why> byRule(String kind, Field field) {
    if (field.compartment() == Compartment.PROTECTION && partner.card().protection().isEmpty()) {
      return Optional.of(Redaction.Why.NO_KEY);
    }
    if (referral.isPresent()) {
      return told(kind, field.key()) ? Optional.empty() : Optional.of(Redaction.Why.NOT_TOLD);
    }
    return RedactionRules.why(field);
  }

  private List<RecordId> people() {
    return switch (request.scope()) {
      case CopyRequest.Scope.OneCase c ->
          station.view().people().inCase(c.id()).stream().map(p -> p.id()).toList();
      case CopyRequest.Scope.OnePerson p -> List.of(p.id());
      case CopyRequest.Scope.OneReferral r -> List.of(r.person());
    };
  }

  private String about() {
    return switch (request.scope()) {
      case CopyRequest.Scope.OneCase c -> number(c.id(), "case");
      case CopyRequest.Scope.OnePerson p -> number(p.id(), "person");
      case CopyRequest.Scope.OneReferral r -> referral.map(Referral::slip).orElse("–");
    };
  }

  /** Scopes that are looked through: of a person also what other scopes say of that person. */
  private Set<ScopeId> scopes(List<RecordId> people) {
    Set<ScopeId> scopes = new LinkedHashSet<>();
    if (request.scope() instanceof CopyRequest.Scope.OneCase c) {
      scopes.add(station.scopeOf(c.id()));
    }
    for (RecordId p : people) {
      scopes.add(station.scopeOf(p));
      if (request.scope() instanceof CopyRequest.Scope.OnePerson) {
        station.view().records().pointingTo(p, "person").forEach(r -> scopes.add(r.scope()));
      }
    }
    return scopes;
  }

  private Redaction.Word word(RecordId person) {
    if (kept.who(station.scopeOf(person), person).isPresent()) {
      return Redaction.Word.FEARS;
    }
    Optional<Referral.Service> service =
        referral.flatMap(Referral::contents).map(Referral.Contents::service);
    if (service.filter(Referral.Service::onlyAtWish).isPresent() && fears.any(person)) {
      return Redaction.Word.FEARS;
    }
    Redaction.Word word = word(person, rests);
    if (service.isPresent() && word == Redaction.Word.NOT_ASKED) {
      rests = new Redaction.Rests(rests.purpose(), service.get().recipient());
      word = word(person, rests);
    }
    boolean wish = service.filter(Referral.Service::onlyAtWish).isPresent();
    return wish && word == Redaction.Word.OVERRIDDEN ? Redaction.Word.NOT_ASKED : word;
  }

  private Redaction.Asked asked(RecordId person, Redaction.Word word) {
    Optional<RecordId> other =
        switch (word) {
          case YES, OVERRIDDEN, NOT_ASKED -> Optional.empty();
          case NO, DISPUTED -> consents.elsewhere(person, rests.purpose(), rests.recipient());
          case FEARS -> fearing(person);
        };
    return new Redaction.Asked(
        person, number(person, "person"), word, other.map(o -> number(o, "person")));
  }

  /** The other record that says so; empty where the person's own does. */
  private Optional<RecordId> fearing(RecordId person) {
    return Optional.ofNullable(kept.elsewhere().get(person))
        .or(
            () ->
                fears.of(person).isEmpty()
                    ? fears.elsewhere(person).stream().map(Fears.Elsewhere::person).findFirst()
                    : Optional.empty());
  }

  private Redaction.Word word(RecordId person, Redaction.Rests on) {
    return word(consents.lastWord(person, on.purpose(), on.recipient()));
  }

  private static Redaction.Word word(Optional<Consents.LastWord> said) {
    if (said.isEmpty()) {
      return Redaction.Word.NOT_ASKED;
    }
    if (said.get().disputed()) {
      return Redaction.Word.DISPUTED;
    }
    return switch (said.get().answer()) {
      case "YES" -> Redaction.Word.YES;
      case "NO", "WITHDRAWN" -> Redaction.Word.NO;
      default -> said.get().lets() ? Redaction.Word.OVERRIDDEN : Redaction.Word.NOT_ASKED;
    };
  }

  private boolean lets(RecordId person) {
    return Optional.ofNullable(words.get(person)).filter(Redaction.Word::lets).isPresent()
        && !request.removed().contains(new CopyRequest.Part(person, ""));
  }

  /** Whether a record of a kind that is copied is in it; those that are not are counted. */
  private boolean wanted(Records.Row row) {
    Map<String, FieldState> f = station.view().records().fields(row.id());
    Optional<RecordId> person = person(row, f);
    boolean onlyPerson = !(request.scope() instanceof CopyRequest.Scope.OneCase);
    if (referral.isPresent() && !row.kind().equals(Kinds.PERSON.key())) {
      return false;
    }
    if (onlyPerson && person.filter(words::containsKey).isEmpty()) {
      return false;
    }
    // Before what an officer took out, of which another agency is told how many there are.
    if (person.isPresent() && !lets(person.get())) {
      return row.kind().equals(Kinds.PERSON.key())
          ? false
          : stays(row.kind(), Redaction.WhyKept.OTHERS);
    }
    if (request.removed().contains(new CopyRequest.Part(row.id(), ""))) {
      return stays(row.kind(), Redaction.WhyKept.OFFICER);
    }
    if (row.kind().equals(Kinds.FINDING.key()) && isLower(f)) {
      return stays(row.kind(), Redaction.WhyKept.LOWERS);
    }
    return true;
  }

  private static boolean isLower(Map<String, FieldState> f) {
    FieldState lower = f.get("lower");
    // One that does not say so is kept here in any case: less leaves, and nobody loses by it.
    boolean says = lower == null || !lower.value().equals(Value.flag(false));
    return LowerFinding.is(Stored.text(f, "finding").orElse(""), says);
  }

  private boolean stays(String kind, Redaction.WhyKept why) {
    stays.merge(kind + " " + why, 1, Integer::sum);
    return false;
  }

  private static Optional<RecordId> person(Records.Row row, Map<String, FieldState> f) {
    return row.kind().equals(Kinds.PERSON.key())
        ? Optional.of(row.id())
        : Optional.ofNullable(f.get("person")).flatMap(s -> s.value().asRef());
  }

  /** Kinds that are nobody else's to read, as far as such records are there. */
  private void countStaying(List<RecordId> people) {
    if (referral.isPresent()) {
      return;
    }
    for (ScopeId s : scopes(people)) {
      for (Records.Row r : station.view().records().inScope(s)) {
        if (!RedactionRules.COPIED.contains(r.kind())
            && !Kinds.BETWEEN_AGENCIES.contains(r.kind())) {
          stays(r.kind(), Redaction.WhyKept.STAYS);
        }
      }
    }
  }

  private List<Redaction.Kept> kept() {
    return stays.entrySet().stream()
        .map(
            e -> {
              String[] parts = e.getKey().split(" ", -1);
              return new Redaction.Kept(
                  parts[0], Redaction.WhyKept.valueOf(parts[1]), e.getValue());
            })
        .toList();
  }

  private String number(RecordId id, String kind) {
    return Stored.number(station, id, kind.equals("person") ? "wristband" : "number");
  }

  private Redaction.Item item(Records.Row row) {
    Map<String, FieldState> open = station.view().records().fields(row.id());
    Map<String, FieldState> all = new LinkedHashMap<>(open);
    all.putAll(new ProtectedPart(station).fields(row.id()));
    Map<String, List<FieldState>> found = new LinkedHashMap<>();
    all.forEach(
        (key, state) -> {
          if (!(state.value() instanceof Value.Nothing) || state.disputed()) {
            found.computeIfAbsent(family(key), k -> new ArrayList<>()).add(state);
          }
        });
    List<Redaction.Line> lines = new ArrayList<>();
    for (Field field : Kinds.find(row.kind()).orElseThrow().fields()) {
      Optional.ofNullable(found.remove(field.key()))
          .ifPresent(s -> lines.add(line(row, field.key(), s)));
    }
    // Fields of a newer program: nobody here knows what they say.
    found.forEach((family, s) -> lines.add(line(row, family, s)));
    return new Redaction.Item(
        row.id(), row.kind(), number(row.id(), row.kind()), person(row, open), lines);
  }

  static String family(String key) {
    int slash = key.indexOf('/');
    return slash < 0 ? key : key.substring(0, slash);
  }

  private Redaction.Line line(Records.Row row, String family, List<FieldState> states) {
    Map<String, Value> values = new LinkedHashMap<>();
    states.forEach(s -> values.put(s.key(), s.value()));
    CopyRequest.Part part = new CopyRequest.Part(row.id(), family);
    Optional<Redaction.Why> why = why(row, family, states);
    boolean addable =
        why.filter(Redaction.Why::mayBeAdded).isPresent() && covered(row, family, states);
    String added = addable ? request.added().getOrDefault(part, "") : "";
    if (!added.isEmpty()) {
      why = Optional.empty();
    }
    if (why.isEmpty() && request.removed().contains(part)) {
      why = Optional.of(Redaction.Why.OFFICER);
    }
    return new Redaction.Line(family, values, why, added, addable);
  }

  private Optional<Redaction.Why> why(Records.Row row, String family, List<FieldState> states) {
    if (states.stream().anyMatch(FieldState::disputed)) {
      return Optional.of(Redaction.Why.DISPUTED);
    }
    Optional<Field> field = RedactionRules.field(row.kind(), states.getFirst().key());
    if (field.isEmpty()) {
      return Optional.of(Redaction.Why.OTHERS);
    }
    if (RedactionRules.isReference(field.get())) {
      boolean inside = states.getFirst().value().asRef().filter(inCopy::contains).isPresent();
      return inside ? Optional.empty() : Optional.of(Redaction.Why.OTHERS);
    }
    if (leftOut(row, family)) {
      return Optional.of(Redaction.Why.LEFT_OUT);
    }
    return byRule(row.kind(), field.get());
  }

  /** Returns whether a field says what the person's yes leaves out; no officer adds that. */
  private boolean leftOut(Records.Row row, String family) {
    Set<String> without =
        person(row, station.view().records().fields(row.id()))
            .filter(p -> words.get(p) == Redaction.Word.YES)
            .map(p -> consents.without(p, rests.purpose(), rests.recipient()))
            .orElse(Set.of());
    return ItemFields.of(row.kind(), family).stream().anyMatch(without::contains)
        || row.kind().equals(Kinds.STATEMENT.key()) && without.contains("account");
  }

  /** What was ticked when the referral was written, and what the referral asks for. */
  private boolean told(String kind, String family) {
    Optional<Referral.Contents> contents = referral.flatMap(Referral::contents);
    if (kind.equals(Kinds.REFERRAL.key())) {
      boolean need = contents.filter(c -> c.shared().contains(Referral.Item.NEED)).isPresent();
      return Set.of("service", "slip", "sent", "due").contains(family)
          || family.equals("asked") && need;
    }
    return contents.stream()
        .flatMap(c -> c.shared().stream())
        .flatMap(i -> RedactionRules.told(i).stream())
        .anyMatch(family::equals);
  }

  /**
   * Whether what people said covers a field that stays by itself: of one person that person's word,
   * of anything else the word of everybody in the case, for it may be about each of them.
   */
  private boolean covered(Records.Row row, String family, List<FieldState> states) {
    Optional<RecordId> person = person(row, station.view().records().fields(row.id()));
    boolean readable =
        states.stream()
            .map(s -> RedactionRules.field(row.kind(), s.key()))
            .allMatch(f -> f.map(Field::compartment).filter(station::mayOpen).isPresent());
    return readable
        && !family.isEmpty()
        && (person.isPresent()
            ? lets(person.get())
            : words.values().stream().allMatch(Redaction.Word::lets) && !words.isEmpty());
  }

  private String stamp(
      List<Records.Row> rows, List<Redaction.Item> items, List<Redaction.Asked> asked) {
    StringBuilder all = new StringBuilder(partner.card().digest());
    all.append(rests).append(request.scope());
    Set<RevisionId> heads = new HashSet<>();
    rows.forEach(
        r -> {
          heads.addAll(station.view().records().heads(r.id(), Compartment.INVESTIGATION));
          heads.addAll(station.view().records().heads(r.id(), Compartment.PROTECTION));
        });
    heads.stream().map(RevisionId::hex).sorted().forEach(all::append);
    for (Redaction.Item i : items) {
      all.append(i.record());
      i.lines().forEach(l -> all.append(l.field()).append(l.why()).append(l.added()));
    }
    asked.forEach(a -> all.append(a.person()).append(a.word()));
    return Sha256.hex(all.toString().getBytes(StandardCharsets.UTF_8));
  }
}
