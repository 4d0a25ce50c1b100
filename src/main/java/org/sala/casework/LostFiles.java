package org.sala.casework;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.station.ProtectedPart;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.AttachedFile;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.merge.FieldState;
import org.sala.store.Records;
import org.sala.store.StoreFault;
import org.sala.vault.StoredObject;

/**
 * Attached files and packages that ought to be here and are not: a backup goes without them, and
 * whoever makes it has to hear that while another copy may still be found.
 */
final class LostFiles {
  /** What attached files are found by. */
  private static final String INDEX = "objects/slab";

  /** States of packages that came and that people still have to decide on. */
  private static final Set<String> WAITING =
      Set.of(PackageState.HELD.name(), PackageState.PARTLY.name());

  /** States of leaving packages that nobody has receipted. */
  private static final Set<String> LEAVING =
      Set.of(PackageState.SEALED.name(), PackageState.CARRIED.name());

  private final Station station;
  private final Optional<Set<String>> whole;
  private final Map<String, String> unlike;

  /**
   * @param whole digests of the sealed files that a server has whole; empty where all lies in the
   *     folder
   * @param unlike of files of the folder whose names do not say what they are, what was read of
   *     them: by name, their SHA-256
   */
  LostFiles(Station station, Optional<Set<String>> whole, Map<String, String> unlike) {
    this.station = station;
    this.whole = whole;
    this.unlike = unlike;
  }

  /**
   * What people know them by: the numbers of exhibits and of people, the file names of packages.
   * Files of a compartment that this officer may not open are not among them.
   */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (StoredObject o : station.objects().all()) {
      if (!isThere(o.facts().sealedSha256(), station.objects().file(o))) {
        names.add(record(o));
      }
    }
    if (whole.isEmpty() && EntriesHeld.filesAreFewer(station)) {
      // Which they were is not known without it; each exhibit says that its file is not here.
      names.add(INDEX);
    }
    try {
      names.addAll(packages());
    } catch (StoreFault e) {
      names.add(unread(e));
    }
    return names;
  }

  /** A laptop whose view gives no answer needs a backup most; a server that went ends it. */
  private String unread(StoreFault e) {
    if (whole.isPresent()) {
      throw e;
    }
    return Backups.UNREAD;
  }

  private Set<String> packages() {
    Set<String> names = new TreeSet<>();
    Set<RecordId> erased = new HashSet<>();
    station
        .view()
        .records()
        .fieldsOfKind(Kinds.ERASURE.key())
        .values()
        .forEach(f -> erased.addAll(Stored.records(f, "parcels")));
    station
        .view()
        .records()
        .fieldsOfKind(
            Kinds.PARCEL.key(), Set.of("direction", "fileName", "digest", "state", "original"))
        .forEach(
            (id, f) -> {
              if (!erased.contains(id)) {
                lostPackage(f).ifPresent(names::add);
              }
            });
    return names;
  }

  private boolean isThere(String digest, Path file) {
    return whole
        .map(w -> w.contains(digest))
        .orElseGet(() -> Files.exists(file) && digest.equals(read(file).orElse(digest)));
  }

  private Optional<String> read(Path file) {
    Path name = station.folder().root().relativize(file);
    return Optional.ofNullable(unlike.get(name.toString().replace('\\', '/')));
  }

  private String record(StoredObject object) {
    try {
      return station.view().records().inScope(object.scope()).stream()
          .filter(r -> namesIt(r, object))
          .map(r -> number(r.id()))
          .findFirst()
          .orElse(object.id());
    } catch (StoreFault e) {
      return unread(e);
    }
  }

  private boolean namesIt(Records.Row row, StoredObject object) {
    Map<String, FieldState> fields =
        switch (object.compartment()) {
          case INVESTIGATION -> station.view().records().fields(row.id());
          case PROTECTION -> new ProtectedPart(station).fields(row.id());
        };
    return fields.values().stream()
        .flatMap(s -> AttachedFile.of(s.value()).stream())
        .anyMatch(f -> f.digest().equals(object.facts().sha256()));
  }

  private String number(RecordId id) {
    Map<String, FieldState> fields = station.view().records().fields(id);
    return Stored.text(fields, "number")
        .or(() -> Stored.text(fields, "wristband"))
        .orElseGet(id::toString);
  }

  private Optional<String> lostPackage(Map<String, FieldState> f) {
    boolean out = Stored.text(f, "direction").filter("out"::equals).isPresent();
    String name = Stored.text(f, "fileName").orElse("");
    String digest = Stored.text(f, "digest").orElse("");
    String state = Stored.text(f, "state").orElse("");
    boolean kept = f.containsKey("original");
    if (digest.isEmpty() || !kept && !(out ? LEAVING : WAITING).contains(state)) {
      return Optional.empty();
    }
    boolean there =
        out
            ? isThere(digest, station.folder().folder("outbox").resolve(name))
            : isThere(digest, in("quarantine", digest))
                || kept && isThere(digest, in("originals", digest));
    return there ? Optional.empty() : Optional.of(name);
  }

  private Path in(String folder, String digest) {
    return station.folder().folder(folder).resolve(digest + ".sala");
  }
}
