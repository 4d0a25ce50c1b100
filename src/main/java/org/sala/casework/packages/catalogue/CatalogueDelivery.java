package org.sala.casework.packages.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sala.casework.exhibits.Attachments;
import org.sala.casework.keys.Issuing;
import org.sala.casework.packages.receipt.DecisionDelivery;
import org.sala.casework.packages.receipt.WorkspaceCopies;
import org.sala.casework.packages.seal.SealPlan;
import org.sala.casework.packages.seal.Sealing;
import org.sala.casework.screening.Catalogues;
import org.sala.casework.station.Act;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.Begun;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.casework.station.Taking;
import org.sala.crypto.AgeRecipient;
import org.sala.domain.AttachedFile;
import org.sala.domain.CatalogueKinds;
import org.sala.domain.ChangeId;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.form.BuiltIn;
import org.sala.form.Catalogue;
import org.sala.form.FormFault;
import org.sala.merge.FieldState;
import org.sala.parcel.Purpose;
import org.sala.store.Records;

/**
 * Catalogues from headquarters: taken from a folder there, sealed for every station, and in force
 * wherever they have come. Each file is a record of its own, so that it travels like any other.
 */
public final class CatalogueDelivery {
  private static final long MOST_BYTES = 16L << 20;

  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final Catalogues catalogues;

  public CatalogueDelivery(Station station, Ledger ledger, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
    this.catalogues = new Catalogues(station, audit);
  }

  /**
   * What people are asked with from now on.
   *
   * @param fromHeadquarters whether headquarters has sent it; otherwise it came with Sala
   * @param reviewers who has reviewed its wording, by language
   */
  public record InForce(
      String id, String version, boolean fromHeadquarters, Map<String, String> reviewers) {
    public InForce {
      reviewers = Map.copyOf(reviewers);
    }
  }

  /** A catalogue that came and cannot be run here; the one before it stays in force. */
  public record Unusable(String id, String version, List<String> findings) {
    public Unusable {
      findings = List.copyOf(findings);
    }
  }

  /** What came of taking a folder. */
  public sealed interface Taken {
    /** The catalogue is in force here, and can be sealed for the stations. */
    record Done(String id, String version) implements Taken {}

    /** Nothing of it was taken; each finding has its place. */
    record Refused(List<String> findings) implements Taken {
      public Refused {
        findings = List.copyOf(findings);
      }
    }

    /** A file could not be read, or there was no room for it. */
    record NotTaken(Taking why) implements Taken {}
  }

  public List<InForce> inForce() {
    List<InForce> all = new ArrayList<>();
    for (String id : BuiltIn.names()) {
      Catalogue c = catalogues.newest(id);
      all.add(
          new InForce(id, c.version(), !BuiltIn.versions(id).contains(c.version()), c.reviewers()));
    }
    return all;
  }

  public List<Unusable> unusable() {
    return catalogues.sent().stream()
        .filter(s -> s.catalogue().isEmpty())
        .map(s -> new Unusable(s.id(), s.version(), s.findings()))
        .toList();
  }

  /**
   * Takes at headquarters a catalogue from a folder, whole or not at all.
   *
   * @param folder with a {@code catalogue.txt}
   */
  public Taken take(Path folder, Progress progress) {
    return take(name -> bytes(folder.resolve(name)), progress);
  }

  /**
   * Takes a catalogue whose files the reader gives, whole or not at all.
   *
   * @param reader gives the bytes of a file of that name; empty if there is none
   */
  Taken take(Function<String, Optional<byte[]>> reader, Progress progress) {
    need();
    Catalogue c;
    try {
      c = Catalogue.read(reader);
    } catch (FormFault e) {
      return new Taken.Refused(e.findings());
    } catch (UncheckedIOException e) {
      return new Taken.NotTaken(new Taking.Unreadable());
    }
    List<String> findings = new CatalogueLimits(station, catalogues).against(c);
    if (!findings.isEmpty()) {
      return new Taken.Refused(findings);
    }
    int done = 0;
    for (String name : c.files()) {
      Taking taking =
          new Attachments(station, ledger)
              .take(
                  name,
                  reader.apply(name).orElseThrow(),
                  new Attachments.Place(station.scope(), Compartment.INVESTIGATION),
                  file -> record(c, name, file));
      progress.done(++done, c.files().size());
      if (!(taking instanceof Taking.Taken)) {
        return new Taken.NotTaken(taking);
      }
    }
    // Read back from the vault: only what is whole there goes out.
    boolean whole = catalogues.newest(c.id()).digest().equals(c.digest());
    return whole
        ? new Taken.Done(c.id(), c.version())
        : new Taken.NotTaken(new Taking.Unreadable());
  }

  private RecordId record(Catalogue c, String name, AttachedFile file) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("form", Value.text(c.id()));
    fields.put("formVersion", Value.text(c.version()));
    fields.put("formDigest", Value.text(c.digest()));
    fields.put("name", Value.text(name));
    fields.put("at", station.now().toValue());
    fields.put("file", file.toValue());
    RecordId id = station.ids().record();
    ledger.write(new Act().make(id, CatalogueKinds.CATALOGUE, station.scope(), fields));
    return id;
  }

  private static Optional<byte[]> bytes(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new FormFault(
            FormFault.Code.BAD_CATALOGUE, file.getFileName() + " of more than 16 MiB");
      }
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many stations have not been sent all that is in force from headquarters. */
  public int lacking() {
    return station.state().flag("isHeadquarters") ? stationsWithout().size() : 0;
  }

  /** Seals what is in force for every station that was not sent it; each is carried as usual. */
  public List<RecordId> seal() {
    need();
    station.mustSeeAll();
    List<RecordId> made = new ArrayList<>();
    List<RecordId> files = filesInForce();
    for (StationId to : stationsWithout()) {
      new Issuing(station)
          .recipient(to, Compartment.INVESTIGATION)
          .flatMap(
              theirs ->
                  ledger
                      .turns()
                      .of(
                          to,
                          () ->
                              Optional.of(lacking(to, files))
                                  .filter(lacking -> !lacking.isEmpty())
                                  .map(lacking -> seal(to, theirs, lacking))))
          .ifPresent(made::add);
    }
    return made;
  }

  private RecordId seal(StationId to, AgeRecipient theirs, List<RecordId> files) {
    List<ChangeId> changes = new ArrayList<>();
    // Each content once: two catalogues may have a file in common.
    Map<String, SealPlan.Enclosed> enclosed = new LinkedHashMap<>();
    for (RecordId file : files) {
      changes.add(change(file));
      Optional.ofNullable(station.view().records().fields(file).get("file"))
          .flatMap(f -> AttachedFile.of(f.value()))
          .ifPresent(
              f ->
                  enclosed.putIfAbsent(
                      f.digest(),
                      new SealPlan.Enclosed(station.scope(), Compartment.INVESTIGATION, f, file)));
    }
    long bytes = enclosed.values().stream().mapToLong(f -> f.file().size()).sum();
    SealPlan plan =
        SealPlan.back(
            changes,
            Set.of(),
            List.copyOf(enclosed.values()),
            false,
            bytes,
            station.folder().free());
    return new Sealing(station, ledger, audit)
        .seal(
            Purpose.CATALOGUE,
            to,
            List.of(theirs),
            Compartment.INVESTIGATION,
            plan,
            new Issuing(station).notesTo(to),
            "",
            Progress.none());
  }

  /** The stations that lack some of the files in force. */
  private List<StationId> stationsWithout() {
    List<RecordId> files = filesInForce();
    if (files.isEmpty()) {
      return List.of();
    }
    return station.state().texts("stations").stream()
        .map(StationId::of)
        .filter(to -> !new Roster(station.state()).isGone(to) && !lacking(to, files).isEmpty())
        .toList();
  }

  /** Those of the files that a station lacks. */
  private List<RecordId> lacking(StationId to, List<RecordId> files) {
    Set<ChangeId> due = Set.copyOf(unsent(to.toString(), files));
    return files.stream().filter(f -> due.contains(change(f))).toList();
  }

  private List<RecordId> filesInForce() {
    Set<String> digests = new LinkedHashSet<>();
    BuiltIn.names().forEach(id -> digests.add(catalogues.newest(id).digest()));
    List<RecordId> files = new ArrayList<>();
    catalogues.newestDirectory().ifPresent(files::add);
    for (Records.Row row : station.view().records().ofKind(CatalogueKinds.CATALOGUE.key())) {
      Map<String, FieldState> f = station.view().records().fields(row.id());
      if (digests.contains(Stored.text(f, "formDigest").orElse(""))) {
        files.add(row.id());
      }
    }
    return files;
  }

  /** What a station neither has nor is being sent; a stick may have been lost. */
  private List<ChangeId> unsent(String peer, List<RecordId> files) {
    Set<ChangeId> unfit = station.view().changes().unfit();
    return station
        .view()
        .sent()
        .unsettled(
            peer,
            files.stream().map(this::change).filter(c -> !unfit.contains(c)).toList(),
            new WorkspaceCopies(station).heard(StationId.of(peer)),
            DecisionDelivery.onTheWay(station));
  }

  private ChangeId change(RecordId record) {
    return Begun.row(station, record).orElseThrow().change();
  }

  private void need() {
    if (!station.state().flag("isHeadquarters")) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_HEADQUARTERS);
    }
  }
}
