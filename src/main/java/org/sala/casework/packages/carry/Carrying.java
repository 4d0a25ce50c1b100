package org.sala.casework.packages.carry;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.sala.carrier.Carrier;
import org.sala.carrier.CarrierFault;
import org.sala.carrier.FolderCarrier;
import org.sala.casework.keys.Peers;
import org.sala.casework.packages.files.PackageFiles;
import org.sala.casework.packages.files.Space;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.seal.PartnerSealing;
import org.sala.casework.station.Act;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Roster;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.disk.Room;
import org.sala.domain.AuditEntry;
import org.sala.domain.ChangeId;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.parcel.Purpose;
import org.sala.store.Records;

/** Copies sealed packages to sticks and shares, unless somebody in them has a say against it. */
@BehindTheDesk
public final class Carrying {
  private final Station station;
  private final Ledger ledger;
  private final AuditTrail audit;

  public Carrying(Station station, Ledger ledger, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.audit = audit;
  }

  /** Bytes that a package needs in a folder, and that are free there. */
  public Space space(Path folder, RecordId parcel) {
    try {
      return new Space(Stored.whole(station.view().records().fields(parcel), "size"), free(folder));
    } catch (IOException e) {
      throw why(e, folder);
    }
  }

  /**
   * Copies a sealed package to a folder that is there, and writes down that it is on its way.
   *
   * @throws CaseworkFault {@code AWAY}, {@code NO_SPACE}, {@code NO_LARGE_FILES} or {@code
   *     READ_ONLY} for the folder, {@code STOPPED}, and what keeps the package here
   */
  public Path carry(RecordId parcel, Path folder, Progress progress) {
    station.mustSeeAll();
    Path file = file(parcel);
    try {
      if (free(folder) < Files.size(file)) {
        throw new CaseworkFault(CaseworkFault.Code.NO_SPACE);
      }
      if (carry(parcel, new FolderCarrier(folder), progress) == Carrier.Sent.STOPPED) {
        throw new CaseworkFault(CaseworkFault.Code.STOPPED);
      }
      return folder.resolve(file.getFileName().toString());
    } catch (IOException e) {
      throw why(e, folder);
    }
  }

  /** Sends by any carrier, and writes down that it is on its way. */
  public Carrier.Sent carry(RecordId parcel, Carrier carrier, Progress progress)
      throws IOException {
    // Whose no is hidden here would not stop it.
    station.mustSeeAll();
    Map<String, FieldState> f = station.view().records().fields(parcel);
    mayLeave(parcel, f);
    Path file = file(parcel);
    long size = Files.size(file);
    Carrier.Sent sent =
        carrier.send(
            file,
            file.getFileName().toString(),
            Stored.text(f, "digest").orElseThrow(),
            bytes -> {
              progress.done(bytes, size);
              return !progress.stopped();
            });
    // Who stops it may be closing the workspace: the next time finds it there.
    if (sent != Carrier.Sent.STOPPED && !progress.stopped()) {
      if (Stored.text(f, "state").filter(PackageState.SEALED.name()::equals).isPresent()) {
        ledger.write(
            new Act()
                .edit(
                    parcel,
                    Kinds.PARCEL,
                    Map.of(
                        "state", Value.text(PackageState.CARRIED.name()),
                        "carried", station.now().toValue())));
      }
      audit.note(AuditEntry.Act.CARRIED, parcel);
    }
    return sent;
  }

  private void mayLeave(RecordId parcel, Map<String, FieldState> f) {
    if (PartnerSealing.isCopy(f)
        && PartnerSealing.isEnded(station, Stored.text(f, "peer").orElse(""))) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_A_PARTNER);
    }
    if (isForNobody(f)) {
      throw new CaseworkFault(CaseworkFault.Code.PEER_GONE);
    }
    List<String> fearing = new WithdrawnConsents(station, ledger).fearing(parcel);
    if (!fearing.isEmpty()) {
      if (isForOurs(f)) {
        // Lists and answers in it are not kept from a station: all goes anew, without these people.
        ledger.write(
            new Act()
                .edit(
                    parcel,
                    Kinds.PARCEL,
                    Map.of("state", Value.text(PackageState.SET_ASIDE.name()))));
      }
      throw new CaseworkFault(CaseworkFault.Code.FEAR_OF_RECIPIENT, String.join(", ", fearing));
    }
    if (Stored.text(f, "state").filter(PackageState.SET_ASIDE.name()::equals).isPresent()
        || !new WithdrawnConsents(station, ledger).stopping(parcel).isEmpty()) {
      throw new CaseworkFault(CaseworkFault.Code.CONSENT_WITHDRAWN);
    }
  }

  /** Whether it lies here yet, and headquarters tells one of its own stations something with it. */
  private boolean isForOurs(Map<String, FieldState> f) {
    return station.state().flag("isHeadquarters")
        && Stored.text(f, "state").filter(PackageState.SEALED.name()::equals).isPresent()
        && Stored.text(f, "purpose")
            .flatMap(Purpose::of)
            .filter(p -> p == Purpose.DECISION || p == Purpose.RECEIPT)
            .isPresent()
        && Stored.text(f, "peer").filter(station.state().texts("stations")::contains).isPresent();
  }

  /**
   * What was sealed for a station before everybody there was taken back stays here; that its own
   * package waits it may hear, where nothing else goes along.
   */
  private boolean isForNobody(Map<String, FieldState> f) {
    Purpose purpose = Purpose.of(Stored.text(f, "purpose").orElse("")).orElse(Purpose.RECEIPT);
    boolean receipt = purpose == Purpose.RECEIPT;
    if (!receipt
        && purpose != Purpose.DECISION
        && purpose != Purpose.CATALOGUE
        && purpose != Purpose.FIELD) {
      return false;
    }
    String peer = Stored.text(f, "peer").orElse("");
    boolean gone =
        station.state().flag("isHeadquarters")
            ? StationId.read(peer).filter(new Roster(station.state())::isGone).isPresent()
            : Peers.known(station.state()).stream()
                .anyMatch(p -> p.id().toString().equals(peer) && p.officers().isEmpty());
    return gone && !(receipt && isNothingElse(f));
  }

  /** Whether a package brings receipts alone: a decision goes along with the next one. */
  private boolean isNothingElse(Map<String, FieldState> f) {
    Records records = station.view().records();
    return Stored.ids(Stored.text(f, "changes").orElse("")).stream()
        .flatMap(c -> records.revisionsOf(ChangeId.of(c)).stream())
        .flatMap(r -> records.recordOf(r.id()).flatMap(records::find).stream())
        .allMatch(r -> r.kind().equals(Kinds.RECEIPT.key()));
  }

  private Path file(RecordId parcel) {
    return new PackageFiles(station).leaving(station.view().records().fields(parcel));
  }

  /**
   * No folder is made: where a stick is not in, its place would be one of this laptop's own, and
   * the package would count as carried.
   */
  private static long free(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new CarrierFault(CarrierFault.Why.AWAY);
    }
    return Room.free(folder);
  }

  private static CaseworkFault why(IOException e, Path folder) {
    if (!Files.isDirectory(folder)) {
      return new CaseworkFault(CaseworkFault.Code.AWAY, e);
    }
    if (e instanceof CarrierFault f && f.why() == CarrierFault.Why.FULL) {
      return new CaseworkFault(CaseworkFault.Code.NO_SPACE, e);
    }
    if (e instanceof CarrierFault f && f.why() == CarrierFault.Why.TOO_LARGE) {
      return new CaseworkFault(CaseworkFault.Code.NO_LARGE_FILES, e);
    }
    boolean closed =
        e instanceof AccessDeniedException || String.valueOf(e.getMessage()).contains("Read-only");
    return new CaseworkFault(closed ? CaseworkFault.Code.READ_ONLY : CaseworkFault.Code.IO, e);
  }
}
