package org.sala.casework.packages.take;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sala.casework.keys.Partner;
import org.sala.casework.keys.PartnerBook;
import org.sala.casework.keys.Peers;
import org.sala.casework.packages.files.IncomingFile;
import org.sala.casework.packages.files.PackageFiles;
import org.sala.casework.packages.receipt.AnsweredPackages;
import org.sala.casework.packages.receipt.Receipts;
import org.sala.casework.packages.register.ChangeOutcomes;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.seal.PartnerSealing;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Faults;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.casework.station.Together;
import org.sala.crypto.AgeIdentity;
import org.sala.crypto.AgeRecipient;
import org.sala.crypto.Certificate;
import org.sala.crypto.CryptoFault;
import org.sala.crypto.RevocationList;
import org.sala.crypto.Trust;
import org.sala.domain.AuditEntry;
import org.sala.domain.DomainFault;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.parcel.ParcelFault;
import org.sala.parcel.ParcelHeader;
import org.sala.parcel.ParcelReader;
import org.sala.parcel.Purpose;
import org.sala.parcel.Verdict;
import org.sala.store.Records;

/**
 * What other agencies send. It is judged by the authority on that agency's confirmed card alone,
 * never by ours; it brings extracts, which are records of their own here, or a receipt for a copy
 * that this station sealed for it. Anything else in it refuses all of it.
 */
final class PartnerIntake {
  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final PartnerBook book;

  PartnerIntake(Station station, Ledger ledger, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
    this.book = new PartnerBook(station);
  }

  /**
   * Returns whether a package says that it is between agencies; whose word that is, is looked at
   * next.
   */
  static boolean claims(Verdict verdict) {
    return verdict.header().filter(h -> h.purpose() == Purpose.PARTNER).isPresent();
  }

  /** Checks what a package is worth by the card of the agency that it says it is from. */
  PackageCheck check(Path file, Verdict first, Progress progress) {
    ArrivalGathering gathering = new ArrivalGathering(station.state());
    return judge(file, first, gathering, progress).checked();
  }

  private record Judged(Verdict verdict, PackageCheck checked, Optional<Partner> partner) {}

  private Judged judge(Path file, Verdict first, ArrivalGathering gathering, Progress progress) {
    ParcelHeader header = first.header().orElseThrow();
    if (station.practice()) {
      return new Judged(first, PackageCheck.named(first, "WORK"), Optional.empty());
    }
    if (isOurs(header.station())) {
      return new Judged(first, PackageCheck.of(first), Optional.empty());
    }
    Optional<StationId> agency = id(header.notes().getOrDefault(PartnerSealing.AGENCY, ""));
    Optional<Partner> partner =
        agency.flatMap(book::known).filter(p -> p.card().authority().isPresent());
    if (partner.isEmpty()) {
      boolean ended =
          agency
              .filter(a -> book.all().stream().anyMatch(p -> p.card().agency().equals(a)))
              .isPresent();
      return new Judged(
          first, PackageCheck.named(first, ended ? "PARTNER_ENDED" : "UNKNOWN_PARTNER"), partner);
    }
    Verdict verdict = verify(file, book.trust(partner.get()), gathering, progress);
    if (!verdict.genuine()) {
      return new Judged(verdict, PackageCheck.of(verdict, false), Optional.empty());
    }
    if (book.isOfAnother(header.station(), partner.get())) {
      return new Judged(
          verdict, PackageCheck.named(verdict, "STATION_OF_ANOTHER"), Optional.empty());
    }
    boolean ours =
        verdict.header().orElseThrow().addressee().equals(station.identity().station())
            && gathering.allOf(header.station());
    return ours
        ? new Judged(verdict, PackageCheck.of(verdict), partner)
        : new Judged(verdict, PackageCheck.notTaken(verdict, false), Optional.empty());
  }

  /** Whether a station is of this agency: nobody else writes under its id. */
  private boolean isOurs(StationId id) {
    return id.equals(station.identity().station())
        || station.state().text("headquarters").filter(id.toString()::equals).isPresent()
        || new Roster(station.state()).stationKnown(id)
        || Peers.known(station.state()).stream().anyMatch(p -> p.id().equals(id));
  }

  private static Optional<StationId> id(String text) {
    try {
      return Optional.of(StationId.of(text));
    } catch (DomainFault e) {
      return Optional.empty();
    }
  }

  private Verdict verify(Path file, Trust trust, ArrivalGathering gathering, Progress progress) {
    List<AgeIdentity> identities = new ArrayList<>(station.keys().receiving().values());
    try {
      return new ParcelReader(identities, trust, station.now().instant())
          .read(file, gathering, ledger.untilLocked(progress).inParcel());
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    } catch (ParcelFault e) {
      throw Faults.of(e);
    }
  }

  /**
   * @param copy what was written while it was read for the first time
   */
  Importing.Outcome take(Path file, IncomingFile copy, Verdict first, Progress progress) {
    ArrivalGathering gathering = new ArrivalGathering(station.state());
    Judged judged = judge(file, first, gathering, progress.step(0, 2));
    if (judged.partner().isEmpty()) {
      return refused(file, judged.checked());
    }
    Verdict verdict = judged.verdict();
    if (!verdict.digest().equals(first.digest())) {
      // What was copied is what was read first.
      throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
    }
    Optional<EarlierPackages.Earlier> before = new EarlierPackages(station).of(verdict.digest());
    if (before.isPresent()) {
      return new Importing.Outcome.AlreadyImported(before.get().received().orElseGet(station::now));
    }
    Arrival arrival = gathering.arrival(file, verdict);
    ContentIntake content = new ContentIntake(station, ledger, Optional.empty());
    if (!isAllowed(gathering.revisions())
        || !arrival.twice(content.here(arrival.changes())).isEmpty()) {
      return refused(file, PackageCheck.notTaken(verdict, false));
    }
    Path kept = new PackageFiles(station).keepOriginal(copy, file, verdict.digest());
    book.sends(arrival.header().station(), judged.partner().get());
    return take(
        content,
        arrival.lying(kept),
        judged.partner().get(),
        copies(gathering),
        progress.step(1, 2));
  }

  private Importing.Outcome refused(Path file, PackageCheck checked) {
    audit.note(AuditEntry.Act.REFUSED, checked.digest());
    new RefusalRecords(station, ledger).remember(file, checked);
    return new Importing.Outcome.Refused(checked);
  }

  /**
   * New extracts in scopes where nothing of ours lies, or receipts: nothing that edits anything.
   */
  private boolean isAllowed(List<Arrival.Brought> all) {
    boolean copies = all.stream().allMatch(b -> Kinds.BETWEEN_AGENCIES.contains(b.kind()));
    boolean receipts = all.stream().allMatch(b -> b.kind().equals(Kinds.RECEIPT.key()));
    return (copies || receipts) && all.stream().allMatch(this::isNew);
  }

  private boolean isNew(Arrival.Brought b) {
    boolean here =
        station.view().records().find(b.record()).isPresent()
            && station.view().changes().known(List.of(b.change())).isEmpty();
    return !b.hasParents()
        && !here
        && station.view().records().inScope(b.scope()).stream()
            .map(Records.Row::kind)
            .allMatch(k -> Kinds.BETWEEN_AGENCIES.contains(k) || k.equals(Kinds.RECEIPT.key()));
  }

  private static Optional<RecordId> copies(ArrivalGathering gathering) {
    return gathering.revisions().stream()
        .filter(b -> b.kind().equals(Kinds.COPY.key()))
        .map(Arrival.Brought::record)
        .findFirst();
  }

  private Importing.Outcome take(
      ContentIntake content,
      Arrival arrival,
      Partner partner,
      Optional<RecordId> copy,
      Progress progress) {
    ParcelHeader header = arrival.header();
    long gap = new EarlierPackages(station).gap(header);
    ChangeIntake taken = content.takeAll(arrival, progress);
    heedLists(partner, header);
    Map<String, Value> fields = arrival.described(station.now());
    fields.put(PackageFiles.ORIGINAL, Value.flag(true));
    fields.put("state", Value.text(PackageState.IMPORTED.name()));
    fields.put("peerName", Value.text(partner.name()));
    copy.ifPresent(c -> fields.put("copy", Value.ref(c)));
    fields.values().removeIf(v -> v instanceof Value.Nothing);
    Optional<RecordId> receipt = Optional.empty();
    fields.put(
        "purpose",
        Value.text(taken.receipts().isEmpty() ? PartnerSealing.COPY : PartnerSealing.RECEIPT));
    if (taken.receipts().isEmpty()) {
      receipt = answer(arrival, partner, taken);
    } else {
      new AnsweredPackages(station, ledger, audit)
          .fromPartner(taken.receipts(), header, partner.card().agency());
    }
    RecordId id = station.ids().record();
    Together run = new Together().note(AuditEntry.Act.IMPORTED, header.id());
    run.act().make(id, Kinds.PARCEL, station.scope(), fields);
    run.write(station, ledger, audit);
    return new Importing.Outcome.Imported(
        id,
        header.id(),
        taken.records().size(),
        taken.allRecords().size(),
        0,
        receipt,
        gap,
        0,
        false);
  }

  private void heedLists(Partner partner, ParcelHeader header) {
    try {
      List<Certificate> chain =
          Stream.concat(
                  header.authors().stream().map(Certificate::of),
                  partner.card().authority().stream())
              .filter(c -> leads(c, partner, header))
              .toList();
      book.heed(
          partner.card().agency(),
          chain,
          RevocationList.ofPem(header.notes().getOrDefault(PartnerSealing.LISTS, "")));
    } catch (CryptoFault e) {
      audit.note(AuditEntry.Act.REFUSED, "revocation lists in " + header.id());
    }
  }

  private boolean leads(Certificate c, Partner partner, ParcelHeader header) {
    return c.issues()
        && (partner.card().authority().filter(c::equals).isPresent()
            || book.trust(partner)
                    .standing(
                        c,
                        header.authors().stream().map(Certificate::of).toList(),
                        station.now().instant())
                instanceof Trust.Standing.Trusted);
  }

  /** Says what became of it, to the key that the package itself names. */
  private Optional<RecordId> answer(Arrival arrival, Partner partner, ChangeIntake taken) {
    String replyTo = arrival.header().notes().getOrDefault(PartnerSealing.REPLY_TO, "");
    boolean certified = station.state().text("certificate." + station.me().hex()).isPresent();
    if (!replyTo.matches("age1[a-z0-9]{58}") || !certified) {
      return Optional.empty();
    }
    Map<String, String> outcomes = new LinkedHashMap<>();
    taken.records().keySet().forEach(c -> outcomes.put(c.toString(), ChangeOutcomes.ACCEPTED));
    return Optional.of(
        new Receipts(station, ledger, audit)
            .toPartner(
                Importing.answer(arrival, Receipts.Word.IMPORTED, outcomes, List.of()),
                new AgeRecipient(replyTo),
                partner.name()));
  }
}
