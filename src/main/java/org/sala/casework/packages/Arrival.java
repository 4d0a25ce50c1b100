package org.sala.casework.packages;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sala.casework.exhibits.Attachments;
import org.sala.casework.keys.Adoptions;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.StationState;
import org.sala.crypto.Sha256;
import org.sala.domain.AttachedFile;
import org.sala.domain.AuditEntry;
import org.sala.domain.Change;
import org.sala.domain.ChangeHeader;
import org.sala.domain.ChangeId;
import org.sala.domain.IncarnationId;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.ScopeId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.parcel.Authentic;
import org.sala.parcel.Finding;
import org.sala.parcel.ParcelHeader;
import org.sala.parcel.Purpose;
import org.sala.parcel.Sink;
import org.sala.parcel.Verdict;
import org.sala.store.Changes;

/**
 * What a sound package holds, but for the changes themselves where they are many: those are read
 * again when they are taken, so that memory does not grow with them.
 *
 * @param fileName as it was called where it came from
 * @param file where it is read again
 * @param pieces revisions in it, those that are kept back among them
 * @param few the changes as they were checked, all of them, where they are few and short
 * @param passedOn of changes that another station is said to have written, where a station reports
 *     to its headquarters
 */
record Arrival(
    String fileName,
    Path file,
    Verdict verdict,
    ParcelHeader header,
    List<Told> changes,
    List<Named> files,
    List<AuditEntry> audit,
    Contents contents,
    long pieces,
    Optional<List<Authentic>> few,
    List<ChangeHeader> passedOn) {

  /** The most bytes that a package's changes may take to be kept in memory and not read again. */
  private static final long FEW_BYTES = 1 << 20;

  Arrival {
    passedOn = List.copyOf(passedOn);
    changes = List.copyOf(changes);
    files = List.copyOf(files);
    audit = List.copyOf(audit);
  }

  /**
   * One change of the package, and what is in doubt about its author.
   *
   * @param digest SHA-256 of its header, in hexadecimal digits
   * @param adopted whether another officer of the station stands for it, as headquarters has
   *     confirmed; a key that was taken back is not covered by that: what had not arrived before
   *     waits for two persons
   */
  record Told(
      ChangeId id,
      String digest,
      StationId station,
      IncarnationId incarnation,
      long number,
      Optional<Doubt> doubt,
      boolean adopted) {
    Changes.Place place() {
      return new Changes.Place(station, incarnation, number);
    }

    Told doubted(Doubt why) {
      return new Told(id, digest, station, incarnation, number, Optional.of(why), false);
    }
  }

  /** A revision in it, but for what it says. */
  record Brought(
      ChangeId change, RecordId record, ScopeId scope, String kind, boolean hasParents) {}

  /** A file that a change of the package names. */
  record Named(ChangeId change, Attachments.Place place, AttachedFile file) {}

  /** Returns this arrival to be read from another file that holds the very same bytes. */
  Arrival lying(Path elsewhere) {
    return new Arrival(
        fileName, elsewhere, verdict, header, changes, files, audit, contents, pieces, few,
        passedOn);
  }

  /** Returns this arrival with these changes in place of its own. */
  Arrival telling(List<Told> others) {
    return new Arrival(
        fileName, file, verdict, header, others, files, audit, contents, pieces, few, passedOn);
  }

  /** Changes that somebody has to decide on. */
  List<Told> doubted() {
    return changes.stream().filter(c -> c.doubt().isPresent()).toList();
  }

  /**
   * Ids of changes in it that another change has as well, here or in the package itself: which of
   * them is the one that was meant, nobody can tell, and what is here stays.
   */
  Set<ChangeId> twice(Map<ChangeId, Changes.Here> here) {
    Map<ChangeId, String> digests = new HashMap<>();
    here.forEach((id, h) -> digests.put(id, h.digest()));
    Set<ChangeId> twice = new HashSet<>();
    for (Told c : changes) {
      @Nullable String known = digests.putIfAbsent(c.id(), c.digest());
      if (known != null && !known.equals(c.digest())) {
        twice.add(c.id());
      }
    }
    return twice;
  }

  /** What is in doubt about the package as a whole. */
  List<Doubt> doubts() {
    return verdict.findings().stream()
        .filter(f -> !f.aboutOneChange())
        .flatMap(f -> Doubt.of(f.code()).stream())
        .distinct()
        .toList();
  }

  /** Returns what is written down of the package. */
  Map<String, Value> described(Moment received) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("parcel", Value.text(header.id()));
    fields.put("direction", Value.text("in"));
    fields.put("purpose", Value.text(header.purpose().code()));
    fields.put("peer", Value.text(Arrivals.peer(header)));
    fields.put("sequence", Value.whole(header.sequence()));
    fields.put("fileName", Value.text(fileName()));
    fields.put("digest", Value.text(verdict.digest()));
    fields.put(Arrivals.PREVIOUS, Value.text(header.previous()));
    fields.put("size", Value.whole(verdict.size()));
    fields.put("contents", Value.text(contents.text()));
    fields.put("signer", Value.text(verdict.signer().orElseThrow().number()));
    fields.put("sealed", header.created().toValue());
    fields.put("received", received.toValue());
    String without = LeftOut.read(header.notes().getOrDefault("leftOut", ""));
    fields.put("leftOut", Receipts.orNothing(without));
    return fields;
  }

  /** Gathers it while a package is verified; it counts once the verdict is there. */
  static final class Gathering implements Sink {
    private final List<Told> changes = new ArrayList<>();
    private final List<Brought> revisions = new ArrayList<>();
    private final List<Named> files = new ArrayList<>();
    private final List<AuditEntry> audit = new ArrayList<>();
    private final Map<Object, Object> same = new HashMap<>();
    private final Contents.Counting counting = new Contents.Counting();
    private final List<ChangeHeader> passedOn = new ArrayList<>();
    private final List<Introductions.Told> introduced = new ArrayList<>();
    private final StationState state;
    private final Optional<Enclosures> enclosures;
    private @Nullable List<Authentic> few = new ArrayList<>();
    private long bytes;
    private Optional<StationId> reporting = Optional.empty();
    private boolean abroad;
    private long pieces;

    Gathering(StationState state) {
      this(state, Optional.empty());
    }

    /**
     * @param enclosures gets the files that a change beyond doubt names, as they are read
     */
    Gathering(StationState state, Enclosures enclosures) {
      this(state, Optional.of(enclosures));
    }

    private Gathering(StationState state, Optional<Enclosures> enclosures) {
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
    List<Introductions.Told> introduced() {
      return introduced;
    }

    /** Every revision in a package between agencies; of others there would be too many. */
    List<Brought> revisions() {
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
          state.flag("isHeadquarters") && !abroad
              ? Optional.of(header.station())
              : Optional.empty();
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
          new Told(
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
              new Introductions.Told(
                  r.record(),
                  h.station(),
                  Optional.ofNullable(r.fields().get("key")).flatMap(Value::asText)));
        }
        if (abroad) {
          revisions.add(
              new Brought(h.id(), r.record(), r.scope(), r.kind(), !r.parents().isEmpty()));
        }
        for (AttachedFile f : AttachedFile.in(r)) {
          Named named = new Named(h.id(), new Attachments.Place(r.scope(), r.compartment()), f);
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
}
