package org.sala.casework.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sala.casework.keys.AgencySlot;
import org.sala.casework.keys.Issuing;
import org.sala.casework.keys.Neighbours;
import org.sala.casework.keys.Peers;
import org.sala.casework.station.Act;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.casework.station.Together;
import org.sala.crypto.AgeRecipient;
import org.sala.crypto.Certificate;
import org.sala.domain.AuditEntry;
import org.sala.domain.ChangeId;
import org.sala.domain.Compartment;
import org.sala.domain.Fingerprint;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.parcel.ParcelFault;
import org.sala.parcel.ParcelHeader;
import org.sala.parcel.ParcelWriter;
import org.sala.parcel.Purpose;
import org.sala.store.Records;
import org.sala.store.SentRows;

/** Seals what a plan says. The one place where a package is written. */
@BehindTheDesk
public final class Sealing {
  /** Purpose and recipient that a person's yes is for when work goes to the own headquarters. */
  public static final String TO_HEADQUARTERS = "headquarters";

  public static final String INVESTIGATION_PURPOSE = "investigation-and-protection";
  private static final int TRIES = 10;
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;

  Sealing(Station station, Ledger ledger, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
  }

  RecordId seal(SealPlan planned, LeftOut left, Progress progress) {
    new SealCheck(station, ledger).stands(planned);
    if (planned.empty()) {
      throw new CaseworkFault(CaseworkFault.Code.NOTHING_TO_SEND);
    }
    StationId headquarters =
        station
            .state()
            .text("headquarters")
            .map(StationId::of)
            .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_ENROLLED));
    Compartment compartment =
        planned.protection() ? Compartment.PROTECTION : Compartment.INVESTIGATION;
    AgeRecipient theirs =
        new AgeRecipient(
            station
                .state()
                .text(planned.protection() ? "hqProtection" : "hqInvestigation")
                .orElseThrow());
    Map<String, String> notes = new LinkedHashMap<>(new GivingBack(station).asking());
    notes.putAll(Decisions.took(station));
    notes.putAll(told(left));
    notes.putAll(new AgencySlot(station, audit).note());
    SealPlan plan = new Restating(station, ledger).into(planned);
    return without(
        left,
        seal(
            Purpose.REPORT, headquarters, List.of(theirs), compartment, plan, notes, "", progress));
  }

  private static Map<String, String> told(LeftOut left) {
    return left.exhibits().isEmpty() ? Map.of() : Map.of("leftOut", left.numbers());
  }

  /** Writes down what a package goes without, and why. */
  private RecordId without(LeftOut left, RecordId sealed) {
    if (!left.exhibits().isEmpty()) {
      ledger.write(
          new Act()
              .edit(sealed, Kinds.PARCEL, Map.of("leftOut", Value.text(left.numbers())))
              .because(left.reason()));
      audit.note(AuditEntry.Act.OVERRIDDEN, sealed);
    }
    return sealed;
  }

  /**
   * Seals for another station of the agency, by the keys that headquarters' list names for it.
   *
   * @throws CaseworkFault {@code NOT_ENROLLED} where the list does not know it
   */
  RecordId sealFor(StationId peer, SealPlan plan, LeftOut left, Progress progress) {
    new SealCheck(station, ledger).stands(plan);
    if (plan.empty()) {
      throw new CaseworkFault(CaseworkFault.Code.NOTHING_TO_SEND);
    }
    Compartment compartment =
        plan.protection() ? Compartment.PROTECTION : Compartment.INVESTIGATION;
    boolean known = Peers.readers(station.state()).stream().anyMatch(p -> p.id().equals(peer));
    AgeRecipient theirs =
        new Issuing(station)
            .recipient(peer, compartment)
            .filter(k -> known && !station.practice())
            .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_ENROLLED));
    return without(
        left,
        seal(Purpose.FIELD, peer, List.of(theirs), compartment, plan, told(left), "", progress));
  }

  private static String contents(SealPlan plan) {
    return plan.people() + " " + plan.cases() + " " + plan.statements() + " " + plan.files().size();
  }

  /** What people's yes leaves out of it, a line each: the person, then the items. */
  private static String items(SealPlan plan) {
    return plan.items().entrySet().stream()
        .map(e -> e.getKey() + " " + String.join(" ", new TreeSet<>(e.getValue())))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static Value ids(List<RecordId> records) {
    return Value.text(String.join(" ", records.stream().map(RecordId::toString).toList()));
  }

  /**
   * What goes to another agency beside the changes.
   *
   * @param written fields of the package's record here
   * @param contents what is inside, in words
   */
  record Abroad(Map<String, Value> written, Optional<byte[]> contents) {
    static final Abroad NOTHING = new Abroad(Map.of(), Optional.empty());

    Abroad {
      written = Map.copyOf(written);
    }
  }

  /**
   * Seals changes for one addressee, or for all that are listed, and for this station, and writes
   * down that it was done.
   *
   * @param answers digest of the package that this one answers, or nothing
   */
  RecordId seal(
      Purpose purpose,
      StationId addressee,
      List<AgeRecipient> theirs,
      Compartment compartment,
      SealPlan plan,
      Map<String, String> notes,
      String answers,
      Progress progress) {
    return seal(
            purpose,
            addressee,
            theirs,
            compartment,
            plan,
            notes,
            answers,
            new Beside(Abroad.NOTHING, run -> {}),
            progress)
        .id();
  }

  /** A package that lies here now, and the run that wrote it down. */
  record Sealed(RecordId id, Saved saved) {}

  /**
   * What is written down in the same run of the journal.
   *
   * @param along adds to it; asked once more where another program took the number
   */
  record Beside(Abroad abroad, Consumer<Together> along) {}

  /** Seals a package for another agency, which is told of nobody here but the officer who seals. */
  RecordId sealAbroad(
      StationId addressee,
      AgeRecipient theirs,
      Compartment compartment,
      SealPlan plan,
      String answers,
      Abroad abroad,
      Progress progress) {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put(FromPartners.AGENCY, station.state().text("headquarters").orElseThrow());
    notes.put(
        FromPartners.REPLY_TO, station.receiving(Compartment.INVESTIGATION).recipient().text());
    notes.put(FromPartners.LISTS, String.join("", station.state().texts("revoked")));
    return seal(
            Purpose.PARTNER,
            addressee,
            List.of(theirs),
            compartment,
            plan,
            notes,
            answers,
            new Beside(abroad, run -> {}),
            progress)
        .id();
  }

  /** Seals changes for one addressee, and writes down with it what else has to be. */
  Sealed seal(
      Purpose purpose,
      StationId addressee,
      List<AgeRecipient> theirs,
      Compartment compartment,
      SealPlan plan,
      Map<String, String> notes,
      String answers,
      Beside beside,
      Progress progress) {
    station.mustSeeAll();
    for (int i = 0; i < TRIES; i++) {
      Optional<Sealed> sealed =
          attempt(purpose, addressee, theirs, compartment, plan, notes, answers, beside, progress);
      if (sealed.isPresent()) {
        return sealed.get();
      }
    }
    throw new CaseworkFault(CaseworkFault.Code.CHANGED_SINCE);
  }

  /** Empty where another program sealed for the same addressee meanwhile, and took the number. */
  private Optional<Sealed> attempt(
      Purpose purpose,
      StationId addressee,
      List<AgeRecipient> theirs,
      Compartment compartment,
      SealPlan plan,
      Map<String, String> notes,
      String answers,
      Beside beside,
      Progress progress) {
    if (!plan.fits()) {
      throw new CaseworkFault(CaseworkFault.Code.NO_SPACE);
    }
    AgeRecipient own = station.receiving(compartment).recipient();
    List<AgeRecipient> recipients =
        Stream.concat(theirs.stream(), Stream.of(own)).distinct().toList();
    List<Certificate> chain = chain();
    SentNumbers numbers = new SentNumbers(station, addressee);
    SentRows.Last previous = numbers.last();
    boolean home = purpose == Purpose.REPORT;
    boolean ours = purpose != Purpose.PARTNER;
    AuditTrail.ForHome sent = home ? audit.forHome() : audit.forOthers();
    Map<RecordId, Map<String, FieldState>> officers =
        ours ? station.view().records().fieldsOfKind("officer") : Map.of();
    List<AuditEntry> entries = sent.entries();
    ParcelHeader header =
        new ParcelHeader(
            ParcelHeader.FORMAT,
            name(),
            station.identity().station(),
            numbers.incarnation(),
            addressee,
            previous.sequence() + 1,
            previous.digest(),
            recipients.stream().map(AgeRecipient::fingerprint).toList(),
            station.practice() ? Purpose.TRAINING : purpose,
            compartment == Compartment.PROTECTION,
            station.now(),
            plan.changes().size(),
            entries.size(),
            ours ? sent.length() : 0,
            ours ? sent.head() : "0".repeat(64),
            sent.start(),
            ours
                ? authors(officers, plan, purpose, addressee)
                : chain.stream().map(Certificate::der).toList(),
            ours ? notEnrolled(officers) : List.of(),
            notes);
    KeptFiles kept = new KeptFiles(station);
    Path file = kept.sealing(header.id() + ".sala");
    Enclosing enclosing = new Enclosing(station, plan);
    ParcelWriter.Written written;
    try {
      written =
          new ParcelWriter(station.officer().signing(), chain, recipients, kept.staysHere())
              .write(
                  header,
                  new Leaving(
                      station,
                      plan,
                      enclosing.attachments(),
                      entries,
                      beside.abroad().contents(),
                      ledger.lastWritten()),
                  file,
                  station.now().instant(),
                  ledger.untilLocked(progress).inParcel());
    } catch (ParcelFault e) {
      throw enclosing.fault(e);
    }
    if (!numbers.isLast(previous)) {
      delete(file);
      return Optional.empty();
    }
    kept.keepSealed(file, written.digest());
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("parcel", Value.text(header.id()));
    fields.put("direction", Value.text("out"));
    fields.put("purpose", Value.text(purpose.code()));
    fields.put("peer", Value.text(addressee.toString()));
    fields.put("sequence", Value.whole(header.sequence()));
    fields.put("fileName", Value.text(file.getFileName().toString()));
    fields.put("digest", Value.text(written.digest()));
    fields.put("size", Value.whole(written.size()));
    fields.put(
        "changes",
        Value.text(String.join(" ", plan.changes().stream().map(ChangeId::toString).toList())));
    if (purpose == Purpose.REPORT || purpose == Purpose.FIELD) {
      Stored.put(fields, "withheld", StayedBehind.text(plan.withheld()));
    }
    fields.put("contents", Value.text(contents(plan)));
    fields.put("cases", ids(plan.about()));
    fields.put("withConsent", ids(plan.protection() || !ours ? plan.withConsent() : List.of()));
    fields.put("consentFor", Value.text(plan.consentFor()));
    fields.put("withoutConsent", ids(plan.withoutConsent()));
    fields.put("keptBack", ids(plan.keptBack()));
    Stored.put(fields, "items", items(plan));
    fields.put("apart", ids(plan.feared()));
    fields.put("recipients", Value.text(String.join(" ", header.recipients())));
    Stored.put(fields, "answers", answers);
    fields.put("signer", Value.text(chain.getFirst().number()));
    fields.put("sealed", header.created().toValue());
    fields.put("state", Value.text(Packages.State.SEALED.name()));
    fields.putAll(beside.abroad().written());
    RecordId id = station.ids().record();
    Together run = new Together();
    run.act().make(id, Kinds.PARCEL, station.scope(), fields);
    run.note(AuditEntry.Act.SEALED, id);
    run.share(numbers.taking(previous, new SentRows.Last(header.sequence(), written.digest())));
    beside.along().accept(run);
    try {
      return Optional.of(new Sealed(id, run.write(station, ledger, audit)));
    } catch (SentNumbers.TakenException e) {
      delete(file);
      return Optional.empty();
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    }
  }

  /** The sealing officer's certificate, then the issuers. */
  private List<Certificate> chain() {
    List<Certificate> chain = new ArrayList<>();
    chain.add(
        station
            .state()
            .text("certificate." + station.me().hex())
            .flatMap(p -> Certificate.ofPem(p).stream().findFirst())
            .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_ENROLLED)));
    chain.addAll(station.trust().issuers());
    return chain;
  }

  /** Certificates of every officer of this station who is enrolled, and their issuers. */
  private List<byte[]> authors(
      Map<RecordId, Map<String, FieldState>> officers,
      SealPlan plan,
      Purpose purpose,
      StationId addressee) {
    List<byte[]> all = new ArrayList<>();
    officers.values().stream()
        .flatMap(f -> Stored.text(f, "key").stream())
        .distinct()
        .flatMap(key -> station.state().text("certificate." + key).stream())
        .flatMap(pem -> Certificate.ofPem(pem).stream())
        .forEach(c -> all.add(c.der()));
    station.trust().issuers().forEach(c -> all.add(c.der()));
    if (plan.passedOn() > 0) {
      Set<Fingerprint> wrote = station.view().changes().authors(plan.changes());
      Neighbours.known(station.state()).stream()
          .filter(o -> wrote.contains(o.key()))
          .forEach(o -> all.add(o.certificate().der()));
    }
    if (purpose == Purpose.RECEIPT || purpose == Purpose.DECISION) {
      // What goes back to its author is checked there like everything else.
      new GivingBack(station).certificates(addressee).forEach(c -> all.add(c.der()));
    }
    return all;
  }

  /** Public keys of colleagues who are not enrolled, so that what they signed can be checked. */
  private List<byte[]> notEnrolled(Map<RecordId, Map<String, FieldState>> officers) {
    List<byte[]> all = new ArrayList<>();
    for (Records.Begun officer : station.view().records().begun("officer")) {
      boolean ours = officer.station().equals(station.identity().station());
      Map<String, FieldState> f = officers.getOrDefault(officer.id(), Map.of());
      boolean enrolled =
          Stored.text(f, "key").flatMap(k -> station.state().text("certificate." + k)).isPresent();
      Optional<String> key = Stored.text(f, "publicKey");
      if (ours && !enrolled && key.isPresent()) {
        all.add(Base64.getDecoder().decode(key.get()));
      }
    }
    return all;
  }

  private String name() {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 26; i++) {
      name.append(BASE32.charAt(station.tools().random().nextInt(32)));
    }
    return name.toString();
  }
}
