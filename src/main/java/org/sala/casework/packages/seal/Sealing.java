package org.sala.casework.packages.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sala.casework.packages.files.PackageFiles;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Saved;
import org.sala.casework.station.Station;
import org.sala.casework.station.Together;
import org.sala.crypto.AgeRecipient;
import org.sala.crypto.Certificate;
import org.sala.domain.AuditEntry;
import org.sala.domain.Compartment;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.parcel.ParcelFault;
import org.sala.parcel.ParcelHeader;
import org.sala.parcel.ParcelWriter;
import org.sala.parcel.Purpose;
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

  public Sealing(Station station, Ledger ledger, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
  }

  /**
   * What goes to another agency beside the changes.
   *
   * @param written fields of the package's record here
   * @param contents what is inside, in words
   */
  public record Abroad(Map<String, Value> written, Optional<byte[]> contents) {
    /** Nothing beside the changes, as in every package inside an agency. */
    public static final Abroad NOTHING = new Abroad(Map.of(), Optional.empty());

    public Abroad {
      written = Map.copyOf(written);
    }
  }

  /**
   * Seals changes for one addressee, or for all that are listed, and for this station, and writes
   * down that it was done.
   *
   * @param answers digest of the package that this one answers, or nothing
   */
  public RecordId seal(
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
  public record Sealed(RecordId id, Saved saved) {}

  /**
   * What is written down in the same run of the journal.
   *
   * @param along adds to it; asked once more where another program took the number
   */
  public record Beside(Abroad abroad, Consumer<Together> along) {}

  /** Seals a package for another agency, which is told of nobody here but the officer who seals. */
  public RecordId sealAbroad(
      StationId addressee,
      AgeRecipient theirs,
      Compartment compartment,
      SealPlan plan,
      String answers,
      Abroad abroad,
      Progress progress) {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put(PartnerSealing.AGENCY, station.state().text("headquarters").orElseThrow());
    notes.put(
        PartnerSealing.REPLY_TO, station.receiving(Compartment.INVESTIGATION).recipient().text());
    notes.put(PartnerSealing.LISTS, String.join("", station.state().texts("revoked")));
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
  public Sealed seal(
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
    return ledger
        .turns()
        .of(
            addressee,
            () -> {
              for (int i = 0; i < TRIES; i++) {
                Optional<Sealed> sealed =
                    attempt(
                        purpose,
                        addressee,
                        theirs,
                        compartment,
                        plan,
                        notes,
                        answers,
                        beside,
                        progress);
                if (sealed.isPresent()) {
                  return sealed.get();
                }
              }
              throw new CaseworkFault(CaseworkFault.Code.CHANGED_SINCE);
            });
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
    SenderCertificates certificates = new SenderCertificates(station);
    List<Certificate> chain = certificates.chain();
    SequenceNumbers numbers = new SequenceNumbers(station, addressee);
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
            SequenceNumbers.incarnation(station),
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
                ? certificates.authors(officers, plan, purpose, addressee)
                : chain.stream().map(Certificate::der).toList(),
            ours ? certificates.notEnrolled(officers) : List.of(),
            notes);
    PackageFiles kept = new PackageFiles(station);
    Path file = kept.sealing(header.id() + ".sala");
    EnclosedFiles enclosing = new EnclosedFiles(station, plan);
    ParcelWriter.Written written;
    try {
      written =
          new ParcelWriter(station.officer().signing(), chain, recipients, kept.staysHere())
              .write(
                  header,
                  new LeavingContent(
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
    try {
      // Whose no is on a server that crashed meanwhile may have been asked of an empty view.
      station.mustSeeAll();
    } catch (CaseworkFault e) {
      delete(file);
      throw e;
    }
    kept.keepSealed(file, written.digest());
    Map<String, Value> fields =
        SealedRecord.of(purpose, header, file, written, plan, answers, chain.getFirst());
    fields.putAll(beside.abroad().written());
    RecordId id = station.ids().record();
    Together run = new Together();
    run.act().make(id, Kinds.PARCEL, station.scope(), fields);
    run.note(AuditEntry.Act.SEALED, id);
    run.share(numbers.taking(previous, new SentRows.Last(header.sequence(), written.digest())));
    beside.along().accept(run);
    try {
      return Optional.of(new Sealed(id, run.write(station, ledger, audit)));
    } catch (SequenceNumbers.TakenException e) {
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

  private String name() {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 26; i++) {
      name.append(BASE32.charAt(station.tools().random().nextInt(32)));
    }
    return name.toString();
  }
}
