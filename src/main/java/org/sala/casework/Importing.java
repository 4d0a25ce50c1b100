package org.sala.casework;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.crypto.AgeRecipient;
import org.sala.domain.AuditEntry;
import org.sala.domain.Change;
import org.sala.domain.ChangeId;
import org.sala.domain.Compartment;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.parcel.ParcelHeader;
import org.sala.parcel.Purpose;
import org.sala.parcel.Sink;
import org.sala.parcel.Verdict;
import org.sala.store.Records;

/** Takes packages in: verified whole first, then one run in the journal, then a receipt. */
public final class Importing {
  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final Packages packages;

  Importing(Station station, Ledger ledger, AuditTrail audit, Packages packages) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
    this.packages = packages;
  }

  /** What became of a file. */
  public sealed interface Outcome {
    /**
     * Everything in it is in the journal.
     *
     * @param receipt the package that answers it, where this is headquarters
     * @param gap packages of that station that are missing before this one
     */
    record Imported(
        String parcel, int changes, int records, int disputed, Optional<RecordId> receipt, long gap)
        implements Outcome {}

    record AlreadyImported(Moment at) implements Outcome {}

    /** Kept in quarantine with its findings; nothing became visible. */
    record Refused(Checked checked) implements Outcome {}

    /**
     * Genuine, and numbers that another package of the same station has used: two copies of one
     * workspace.
     */
    record Fork(String parcel) implements Outcome {}
  }

  Outcome take(Path file) {
    Verdict verdict = packages.verify(file);
    Optional<Moment> before = importedBefore(verdict.digest());
    if (before.isPresent()) {
      return new Outcome.AlreadyImported(before.get());
    }
    boolean forUs =
        verdict
            .header()
            .filter(h -> h.addressee().equals(station.identity().station()))
            .filter(h -> h.purpose() != Purpose.TRAINING)
            .isPresent();
    if (!verdict.genuine() || !forUs || !mayBelieve(verdict)) {
      quarantine(file, verdict);
      return new Outcome.Refused(Checked.of(verdict));
    }
    ParcelHeader header = verdict.header().orElseThrow();
    Incoming previous = previous(header);
    if (previous.taken().contains(header.sequence())) {
      quarantine(file, verdict);
      return new Outcome.Fork(header.id());
    }
    List<Change> run = collect(file, verdict);
    Set<RecordId> records = new LinkedHashSet<>();
    run.forEach(c -> records.addAll(Ledger.records(c)));
    ledger.take(run.stream().filter(c -> !has(c.id())).toList());
    Optional<RecordId> receipt =
        header.purpose() == Purpose.REPORT
            ? Optional.of(answer(header, verdict, run))
            : Optional.empty();
    Saved saved = remember(file, header, verdict, run);
    applyReceipts(run);
    audit.note(AuditEntry.Act.IMPORTED, header.id());
    ledger.announce(new Saved(saved.change(), saved.at(), List.copyOf(records)));
    return new Outcome.Imported(
        header.id(),
        run.size(),
        records.size(),
        (int) records.stream().filter(this::disputed).count(),
        receipt,
        Math.max(0, header.sequence() - previous.highest() - 1));
  }

  private boolean has(ChangeId id) {
    return station.view().changes().find(id).isPresent();
  }

  private boolean disputed(RecordId id) {
    return station.view().records().fields(id).values().stream().anyMatch(FieldState::disputed);
  }

  /** Headquarters believes enrolled stations; a station believes its headquarters alone. */
  private boolean mayBelieve(Verdict verdict) {
    ParcelHeader header = verdict.header().orElseThrow();
    if (station.state().flag("isHeadquarters")) {
      return station.state().texts("stations").contains(header.station().toString())
          && header.purpose() == Purpose.REPORT;
    }
    return station
            .state()
            .text("headquarters")
            .filter(header.station().toString()::equals)
            .isPresent()
        && verdict.signer().filter(c -> c.role().equals("headquarters")).isPresent();
  }

  private Optional<Moment> importedBefore(String digest) {
    for (Records.Row row : station.view().records().ofKind("parcel")) {
      Map<String, FieldState> f = station.view().records().fields(row.id());
      if (Officers.text(f, "direction").filter("in"::equals).isPresent()
          && Officers.text(f, "digest").filter(digest::equals).isPresent()) {
        return Officers.text(f, "received").map(Moment::of);
      }
    }
    return Optional.empty();
  }

  private record Incoming(long highest, Set<Long> taken) {}

  private Incoming previous(ParcelHeader header) {
    Set<Long> taken = new HashSet<>();
    for (Records.Row row : station.view().records().ofKind("parcel")) {
      Map<String, FieldState> f = station.view().records().fields(row.id());
      if (Officers.text(f, "direction").filter("in"::equals).isPresent()
          && Officers.text(f, "peer").filter(peer(header)::equals).isPresent()) {
        taken.add(Packages.number(f, "sequence"));
      }
    }
    return new Incoming(taken.stream().max(Long::compare).orElse(0L), taken);
  }

  /** Numbers run per incarnation: a restored laptop begins anew without being taken for a copy. */
  private static String peer(ParcelHeader header) {
    return header.station() + " " + header.incarnation();
  }

  /**
   * Reads the file again; what is collected counts only if it is the very file that was verified.
   */
  private List<Change> collect(Path file, Verdict verified) {
    List<Change> run = new ArrayList<>();
    try {
      Verdict again =
          packages
              .reader()
              .read(
                  file,
                  new Sink() {
                    @Override
                    public void header(ParcelHeader header) {
                      // Known from the first reading.
                    }

                    @Override
                    public void change(Change change) {
                      run.add(change);
                    }

                    @Override
                    public void audit(AuditEntry entry) {
                      // Checked at headquarters by its own command.
                    }

                    @Override
                    public OutputStream attachment(String digest, long size) {
                      return OutputStream.nullOutputStream();
                    }
                  });
      if (!again.genuine() || !again.digest().equals(verified.digest())) {
        throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
      }
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    }
    return run;
  }

  private Saved remember(Path file, ParcelHeader header, Verdict verdict, List<Change> run) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("parcel", Value.text(header.id()));
    fields.put("direction", Value.text("in"));
    fields.put("purpose", Value.text(header.purpose().code()));
    fields.put("peer", Value.text(peer(header)));
    fields.put("sequence", Value.whole(header.sequence()));
    fields.put("fileName", Value.text(file.getFileName().toString()));
    fields.put("digest", Value.text(verdict.digest()));
    fields.put("size", Value.whole(verdict.size()));
    fields.put("contents", Value.text(run.size() + " changes"));
    fields.put("sealed", header.created().toValue());
    fields.put("received", station.now().toValue());
    fields.put("state", Value.text(Packages.State.IMPORTED.name()));
    return ledger.write(
        new Act().make(station.ids().record(), Kinds.PARCEL, station.scope(), fields));
  }

  /**
   * A receipt names the package's digest and what became of each change, and travels as a package.
   */
  private RecordId answer(ParcelHeader header, Verdict verdict, List<Change> run) {
    Map<String, Value> outcomes = new LinkedHashMap<>();
    for (Change c : run) {
      boolean waits = Ledger.records(c).stream().anyMatch(this::disputed);
      outcomes.put(c.id().toString(), Value.text(waits ? "waiting" : "accepted"));
    }
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("parcel", Value.text(header.id()));
    fields.put("digest", Value.text(verdict.digest()));
    fields.put(
        "outcomes",
        Value.text(
            new String(
                org.sala.domain.wire.Json.write(new Value.Parts(outcomes)),
                java.nio.charset.StandardCharsets.UTF_8)));
    fields.put("at", station.now().toValue());
    Saved saved =
        ledger.write(
            new Act().make(station.ids().record(), Kinds.RECEIPT, station.scope(), fields));
    AgeRecipient theirs =
        new Headquarters(station, audit)
            .recipient(header.station(), Compartment.INVESTIGATION)
            .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND));
    SealPlan plan =
        new SealPlan(
            List.of(saved.change()),
            Set.of(),
            0,
            0,
            0,
            List.of(),
            List.of(),
            List.of(),
            false,
            "",
            1 << 20,
            station.folder().free());
    return new Sealing(station, ledger, audit)
        .seal(
            Purpose.RECEIPT,
            header.station(),
            theirs,
            Compartment.INVESTIGATION,
            plan,
            Map.of(),
            "receipt",
            Progress.none());
  }

  /** At a station: what was receipted is now truly received. */
  private void applyReceipts(List<Change> run) {
    if (station.state().flag("isHeadquarters")) {
      return;
    }
    for (Change change : run) {
      for (Revision r : change.revisions()) {
        if (r.kind().equals("receipt")) {
          markReceived(r);
        }
      }
    }
  }

  private void markReceived(Revision receipt) {
    String digest =
        Optional.ofNullable(receipt.fields().get("digest")).flatMap(Value::asText).orElse("");
    for (Records.Row row : station.view().records().ofKind("parcel")) {
      Map<String, FieldState> f = station.view().records().fields(row.id());
      if (Officers.text(f, "direction").filter("out"::equals).isPresent()
          && Officers.text(f, "digest").filter(digest::equals).isPresent()
          && Officers.text(f, "state").filter(s -> !s.equals("RECEIVED")).isPresent()) {
        ledger.write(
            new Act()
                .edit(
                    row.id(),
                    Kinds.PARCEL,
                    Map.of(
                        "state", Value.text(Packages.State.RECEIVED.name()),
                        "received", station.now().toValue())));
      }
    }
  }

  /** Keeps the file as it came; it is encrypted to this station and nothing of it is shown. */
  private void quarantine(Path file, Verdict verdict) {
    try {
      Files.copy(
          file,
          station.folder().folder("quarantine").resolve(verdict.digest() + ".sala"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CaseworkFault(CaseworkFault.Code.IO, e);
    }
    audit.note(AuditEntry.Act.QUARANTINED, verdict.digest());
  }
}
