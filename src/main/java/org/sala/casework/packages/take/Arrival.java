package org.sala.casework.packages.take;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sala.casework.exhibits.Attachments;
import org.sala.casework.packages.register.Doubt;
import org.sala.casework.packages.register.PackageContents;
import org.sala.casework.packages.seal.OmittedExhibits;
import org.sala.casework.station.Stored;
import org.sala.domain.AttachedFile;
import org.sala.domain.AuditEntry;
import org.sala.domain.ChangeHeader;
import org.sala.domain.ChangeId;
import org.sala.domain.IncarnationId;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.ScopeId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.parcel.Authentic;
import org.sala.parcel.ParcelHeader;
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
    PackageContents contents,
    long pieces,
    Optional<List<Authentic>> few,
    List<ChangeHeader> passedOn) {

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
    fields.put("peer", Value.text(EarlierPackages.peer(header)));
    fields.put("sequence", Value.whole(header.sequence()));
    fields.put("fileName", Value.text(fileName()));
    fields.put("digest", Value.text(verdict.digest()));
    fields.put(EarlierPackages.PREVIOUS, Value.text(header.previous()));
    fields.put("size", Value.whole(verdict.size()));
    fields.put("contents", Value.text(contents.text()));
    fields.put("signer", Value.text(verdict.signer().orElseThrow().number()));
    fields.put("sealed", header.created().toValue());
    fields.put("received", received.toValue());
    String without = OmittedExhibits.read(header.notes().getOrDefault("leftOut", ""));
    fields.put("leftOut", Stored.orNothing(without));
    return fields;
  }
}
