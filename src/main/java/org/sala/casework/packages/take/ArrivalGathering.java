package org.sala.casework.packages.take;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sala.casework.exhibits.Attachments;
import org.sala.casework.keys.Adoptions;
import org.sala.casework.packages.register.Doubt;
import org.sala.casework.packages.register.PackageContents;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.StationState;
import org.sala.crypto.Sha256;
import org.sala.domain.AttachedFile;
import org.sala.domain.AuditEntry;
import org.sala.domain.Change;
import org.sala.domain.ChangeHeader;
import org.sala.domain.Kinds;
import org.sala.domain.Revision;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.parcel.Authentic;
import org.sala.parcel.Finding;
import org.sala.parcel.ParcelHeader;
import org.sala.parcel.Purpose;
import org.sala.parcel.Sink;
import org.sala.parcel.Verdict;

/** Gathers what arrives while a package is verified; it counts once the verdict is there. */
final class ArrivalGathering implements Sink {
  /** The most bytes that a package's changes may take to be kept in memory and not read again. */
  private static final long FEW_BYTES = 1 << 20;

  /** What is longer is no key's fingerprint, and may be as long as any text. */
  private static final int FINGERPRINT = 64;

  private final List<Arrival.Told> changes = new ArrayList<>();
  private final List<Arrival.Brought> revisions = new ArrayList<>();
  private final List<Arrival.Named> files = new ArrayList<>();
  private final List<AuditEntry> audit = new ArrayList<>();
  private final Map<Object, Object> same = new HashMap<>();
  private final PackageContents.Counting counting = new PackageContents.Counting();
  private final List<ChangeHeader> passedOn = new ArrayList<>();
  private final List<OfficerIntroductions.Told> introduced = new ArrayList<>();
  private final StationState state;
  private final Optional<IncomingAttachments> enclosures;
  private @Nullable List<Authentic> few = new ArrayList<>();
  private long bytes;
  private Optional<StationId> reporting = Optional.empty();
  private boolean abroad;
  private long pieces;

  ArrivalGathering(StationState state) {
    this(state, Optional.empty());
  }

  /**
   * @param enclosures gets the files that a change beyond doubt names, as they are read
   */
  ArrivalGathering(StationState state, IncomingAttachments enclosures) {
    this(state, Optional.of(enclosures));
  }

  private ArrivalGathering(StationState state, Optional<IncomingAttachments> enclosures) {
    this.state = state;
    this.enclosures = enclosures;
  }

  Arrival arrival(Path file, Verdict verdict) {
    if (!verdict.sound()) {
      throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
    }
    return new Arrival(
        String.valueOf(file.getFileName()),
        file,
        verdict,
        verdict.header().orElseThrow(),
        changes,
        files,
        audit,
        counting.contents(
            changes.size(), (int) files.stream().map(n -> n.file().digest()).distinct().count()),
        pieces,
        Optional.ofNullable(few),
        passedOn);
  }

  /** Changes that another station is said to have written. */
  List<ChangeHeader> passedOn() {
    return passedOn;
  }

  /** Returns what the package says of who officers are. */
  List<OfficerIntroductions.Told> introduced() {
    return introduced;
  }

  /** Every revision in a package between agencies; of others there would be too many. */
  List<Arrival.Brought> revisions() {
    return revisions;
  }

  /** Returns whether every change of the package is one station's. */
  boolean allOf(StationId station) {
    return changes.stream().allMatch(c -> c.station().equals(station));
  }

  @Override
  public void header(ParcelHeader header) {
    // All else comes with the verdict.
    abroad = header.purpose() == Purpose.PARTNER;
    reporting =
        state.flag("isHeadquarters") && !abroad ? Optional.of(header.station()) : Optional.empty();
  }

  @Override
  public void change(Authentic change) {
    add(change, Optional.empty());
  }

  @Override
  public void doubted(Authentic change, Finding.Code code) {
    add(change, Optional.of(Doubt.of(code).orElseThrow()));
  }

  private void add(Authentic authentic, Optional<Doubt> doubt) {
    keep(authentic);
    ChangeHeader h = authentic.change().header();
    boolean adopted =
        doubt.filter(Doubt.CHANGE_AUTHOR_NOT_ENROLLED::equals).isPresent()
            && Adoptions.confirmed(state, h);
    changes.add(
        new Arrival.Told(
            h.id(),
            Sha256.hex(h.bytes()),
            once(h.station()),
            once(h.incarnation()),
            h.number(),
            doubt,
            adopted));
    pieces += authentic.change().pieces().size();
    if (reporting.filter(s -> !s.equals(h.station())).isPresent()) {
      passedOn.add(h);
    }
    for (Revision r : authentic.change().revisions()) {
      counting.tells(r);
      if (r.kind().equals(Kinds.OFFICER.key())) {
        introduced.add(
            new OfficerIntroductions.Told(
                r.record(),
                h.station(),
                Optional.ofNullable(r.fields().get("key"))
                    .flatMap(Value::asText)
                    .filter(k -> k.length() <= FINGERPRINT)));
      }
      if (abroad) {
        revisions.add(
            new Arrival.Brought(h.id(), r.record(), r.scope(), r.kind(), !r.parents().isEmpty()));
      }
      for (AttachedFile f : AttachedFile.in(r)) {
        Arrival.Named named =
            new Arrival.Named(h.id(), new Attachments.Place(r.scope(), r.compartment()), f);
        files.add(named);
        if (doubt.isEmpty()) {
          enclosures.ifPresent(e -> e.want(named));
        }
      }
    }
  }

  private void keep(Authentic authentic) {
    Change change = authentic.change();
    bytes += change.header().bytes().length;
    for (Revision r : change.revisions()) {
      bytes += r.bytes().length;
    }
    if (few != null && bytes <= FEW_BYTES) {
      few.add(authentic);
    } else {
      few = null;
    }
  }

  /** One object for all that are equal: few stations, many changes. */
  @SuppressWarnings("unchecked")
  private <T> T once(T value) {
    return (T) same.computeIfAbsent(value, v -> v);
  }

  @Override
  public void audit(AuditEntry entry) {
    audit.add(entry);
  }

  @Override
  public OutputStream attachment(Enclosed file) throws IOException {
    return enclosures.isPresent()
        ? enclosures.get().attachment(file)
        : OutputStream.nullOutputStream();
  }
}
