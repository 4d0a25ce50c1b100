package org.sala.casework.partner;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.keys.Partner;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.casework.packages.take.PackageCheck;
import org.sala.casework.packages.take.PartnerOriginals;
import org.sala.casework.protection.Referral;
import org.sala.casework.protection.Referrals;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Printed;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Station;
import org.sala.domain.AttachedFile;
import org.sala.domain.AuditEntry;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.domain.Words;

/** Copies for other agencies: looked through first, then sealed exactly as they were looked at. */
public final class Copies {
  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final Packages packages;
  private final Partners partners;
  private final Referrals referrals;

  public Copies(
      Station station,
      Ledger ledger,
      AuditTrail audit,
      Packages packages,
      Partners partners,
      Referrals referrals) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
    this.packages = packages;
    this.partners = partners;
    this.referrals = referrals;
  }

  /**
   * Works out what a copy would hold; nothing is written.
   *
   * @throws CaseworkFault {@code NOT_A_PARTNER} where the agency is not known, or was ended; {@code
   *     PRACTICE_AND_WORK} in practice; {@code NO_PROTECTION_KEY} for a referral that this officer
   *     may not read, {@code CLOSED_FOR_GOOD} for one that has ended
   */
  public Redaction look(CopyRequest request) {
    if (station.practice()) {
      throw new CaseworkFault(CaseworkFault.Code.PRACTICE_AND_WORK);
    }
    Partner partner =
        partners.known().stream()
            .filter(p -> p.id().equals(request.partner()))
            .findFirst()
            .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_A_PARTNER));
    Optional<Referral> referral = Optional.empty();
    if (request.scope() instanceof CopyRequest.Scope.OneReferral r) {
      Referral found =
          referrals.of(r.person()).stream()
              .filter(one -> one.id().equals(r.referral()))
              .findFirst()
              .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
      if (found.state().next().isEmpty()) {
        throw new CaseworkFault(CaseworkFault.Code.CLOSED_FOR_GOOD);
      }
      if (found.contents().isEmpty()) {
        throw new CaseworkFault(CaseworkFault.Code.NO_PROTECTION_KEY);
      }
      referral = Optional.of(found);
    }
    return new Redacting(station, ledger, partner, request, referral).redact();
  }

  /**
   * Seals what was looked at, into the outbox.
   *
   * @param words the language in which it is written for whoever opens it without Sala
   * @throws CaseworkFault {@code CHANGED_SINCE} where anything is not as it was looked at; {@code
   *     CONSENT_MISSING} where nobody in it lets it happen; {@code NOTHING_TO_SEND}, {@code
   *     NO_SPACE}, {@code NOT_ENROLLED}
   */
  public PackageLine seal(Redaction looked, Words words, Progress progress) {
    station.mustSeeAll();
    Redaction now = look(looked.request());
    if (!now.stamp().equals(looked.stamp())) {
      throw new CaseworkFault(CaseworkFault.Code.CHANGED_SINCE);
    }
    if (!now.asked().isEmpty() && now.people().isEmpty()) {
      throw new CaseworkFault(CaseworkFault.Code.CONSENT_MISSING);
    }
    if (now.empty()) {
      throw new CaseworkFault(CaseworkFault.Code.NOTHING_TO_SEND);
    }
    boolean certified = station.state().text("certificate." + station.me().hex()).isPresent();
    if (!certified || station.state().text("headquarters").isEmpty()) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_ENROLLED);
    }
    CopyWriting writing = new CopyWriting(station, now);
    byte[] contents =
        new CopyWords(words, station.state().text("agency").orElse(""), station.now())
            .of(now)
            .getBytes(StandardCharsets.UTF_8);
    long needed = needed(now) + contents.length;
    if (needed >= station.folder().free()) {
      throw new CaseworkFault(CaseworkFault.Code.NO_SPACE);
    }
    Saved saved = ledger.write(writing.act());
    if (!additions(now).isEmpty()) {
      audit.note(AuditEntry.Act.OVERRIDDEN, writing.copy());
    }
    return packages.sealFor(
        now.partner(), plan(now, saved, needed), written(now, writing), contents, progress);
  }

  private Map<String, Value> written(Redaction now, CopyWriting writing) {
    Map<String, Value> written = new LinkedHashMap<>();
    written.put("peerName", Value.text(now.partner().name()));
    written.put("consentTo", Value.text(now.rests().recipient()));
    written.put("country", Value.text(now.partner().card().country()));
    written.put("copy", Value.ref(writing.copy()));
    if (!additions(now).isEmpty()) {
      written.put("added", Value.text(String.join("\n", additions(now))));
    }
    return written;
  }

  /** Returns what went although it stays by itself, and why: kept here, for whoever asks later. */
  private static List<String> additions(Redaction now) {
    List<String> all = new ArrayList<>();
    for (Redaction.Item i : now.items()) {
      i.going().stream()
          .filter(l -> !l.added().isEmpty())
          .forEach(l -> all.add(i.record() + " " + l.field() + " " + l.added()));
    }
    return all;
  }

  private SealPlan plan(Redaction now, Saved saved, long needed) {
    return new SealPlan(
        List.of(saved.change()),
        Set.of(),
        count(now, "person"),
        count(now, "case"),
        count(now, "statement"),
        now.people(),
        List.of(),
        List.of(),
        List.of(),
        false,
        Map.of(),
        now.request().scope() instanceof CopyRequest.Scope.OneCase c ? List.of(c.id()) : List.of(),
        files(now),
        now.protection(),
        now.partner().name(),
        needed,
        station.folder().free(),
        now.rests().purpose(),
        Map.of(),
        0,
        false,
        0);
  }

  private static int count(Redaction now, String kind) {
    return (int) now.items().stream().filter(i -> i.kind().equals(kind)).count();
  }

  private List<SealPlan.Enclosed> files(Redaction now) {
    List<SealPlan.Enclosed> files = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (Redaction.Item i : now.items()) {
      for (Redaction.Line l : i.going()) {
        for (Value v : l.values().values()) {
          AttachedFile.of(v)
              .filter(f -> seen.add(f.digest()))
              .ifPresent(
                  f ->
                      files.add(
                          new SealPlan.Enclosed(
                              station.scopeOf(i.record()),
                              Compartment.INVESTIGATION,
                              f,
                              i.record())));
        }
      }
    }
    return files;
  }

  private long needed(Redaction now) {
    long records = now.items().size() * 8_192L;
    return files(now).stream().mapToLong(f -> f.file().size() + (f.file().size() >> 10)).sum()
        + records
        + (1 << 20);
  }

  /** Copies that other agencies sent, the last first. */
  public List<Received> received() {
    return Received.all(station);
  }

  /**
   * Begins a person of one's own out of what a copy says of one.
   *
   * @param reason stands in the person's history: which agency said so
   * @throws CaseworkFault {@code ALREADY_DONE} where there is one already
   */
  public RecordId begin(RecordId copy, RecordId extract, String reason) {
    Received.Copy all =
        open(copy).orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
    return new OwnRecords(station, ledger).begin(OwnRecords.in(all.extracts(), extract), reason);
  }

  /** The package that a copy came in, as it came. */
  public Optional<PartnerOriginals.Original> original(RecordId copy) {
    return originals().of(copy);
  }

  /** Checks the seals of a package that came, once more. */
  public PackageCheck check(PartnerOriginals.Original original, Progress progress) {
    return originals().check(original, progress);
  }

  /** Writes what was signed abroad, in the plain, where the officer chose. */
  public Printed save(PartnerOriginals.Original original, Path to, Progress progress) {
    return originals().save(original, to, progress);
  }

  private PartnerOriginals originals() {
    return new PartnerOriginals(station, ledger, audit);
  }

  /** Opens one of the copies that were received, with what it says. */
  public Optional<Received.Copy> open(RecordId copy) {
    return Received.open(station, audit, copy);
  }
}
