package org.sala.casework.packages;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Faults;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.ChangeId;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.merge.FieldState;
import org.sala.vault.Disk;

/** Which packages that lie here hold certain parts of changes, and letting them go. */
@BehindTheDesk
public final class Containing {
  private final Station station;

  public Containing(Station station) {
    this.station = station;
  }

  /**
   * Every package that was sealed here with one of these parts in it, whatever became of it since;
   * and at headquarters every one that came with one in it, whose original is kept.
   *
   * @param parts by the change that they belong to
   */
  public List<PackageWith> of(Map<ChangeId, Set<RevisionId>> parts) {
    List<PackageWith> all = new ArrayList<>();
    Set<String> came = came(parts.keySet());
    station
        .view()
        .records()
        .fieldsOfKind(Kinds.PARCEL.key())
        .forEach(
            (id, f) -> {
              boolean out = Stored.text(f, "direction").filter("out"::equals).isPresent();
              boolean holds =
                  out
                      ? holds(f, parts)
                      : f.containsKey(KeptFiles.ORIGINAL)
                          && Stored.text(f, "digest").filter(came::contains).isPresent();
              if (holds) {
                all.add(
                    new PackageWith(
                        id,
                        PackageDetails.of(station, id).peer(),
                        Stored.whole(f, "sequence"),
                        Packages.State.valueOf(Stored.text(f, "state").orElse("SEALED"))));
              }
            });
    return all;
  }

  /** Digests of packages that came with one of these changes, by what was answered to them. */
  private Set<String> came(Set<ChangeId> changes) {
    Set<String> ids = changes.stream().map(ChangeId::toString).collect(Collectors.toSet());
    Set<String> digests = new HashSet<>();
    station
        .view()
        .records()
        .fieldsOfKind(Kinds.RECEIPT.key())
        .values()
        .forEach(
            f -> {
              if (ChangeOutcomes.names(f, ids)) {
                Stored.text(f, "digest").ifPresent(digests::add);
              }
            });
    return digests;
  }

  /**
   * At headquarters: packages whose senders were told that one of these changes waits for people,
   * and every change of each that waits then. Nobody decides on it once it is gone, and a decision
   * that was under way goes with its file.
   */
  public Map<RecordId, Set<String>> toldToWait(Set<ChangeId> changes) {
    Set<String> ids = changes.stream().map(ChangeId::toString).collect(Collectors.toSet());
    Map<String, Set<String>> told = new HashMap<>();
    station
        .view()
        .records()
        .fieldsOfKind(Kinds.RECEIPT.key())
        .values()
        .forEach(
            f -> {
              Set<String> waiting = new TreeSet<>(Stored.words(f, ChangeOutcomes.WAITING, " "));
              waiting.retainAll(ids);
              Optional<String> digest = Stored.text(f, "digest").filter(d -> !waiting.isEmpty());
              digest.ifPresent(
                  d -> told.computeIfAbsent(d, any -> new TreeSet<>()).addAll(waiting));
            });
    Map<RecordId, Set<String>> all = new LinkedHashMap<>();
    station
        .view()
        .records()
        .fieldsOfKind(Kinds.PARCEL.key())
        .forEach(
            (id, f) -> {
              boolean came = Stored.text(f, "direction").filter("in"::equals).isPresent();
              Set<String> waiting = told.get(Stored.text(f, "digest").orElse(""));
              if (came && waiting != null) {
                waiting.addAll(Stored.words(f, "waitingChanges", " "));
                all.put(id, waiting);
              }
            });
    return all;
  }

  private static boolean holds(Map<String, FieldState> f, Map<ChangeId, Set<RevisionId>> parts) {
    Set<String> withheld = Stored.ids(Stored.text(f, "withheld").orElse(""));
    for (String change : Stored.words(f, "changes", " ")) {
      for (RevisionId part : parts.getOrDefault(ChangeId.of(change), Set.of())) {
        if (!withheld.contains(part.hex())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Takes the file of a package away for good; what is written down of it stays. */
  public void drop(RecordId parcel) {
    Map<String, FieldState> f = station.view().records().fields(parcel);
    if (f.isEmpty()) {
      return;
    }
    boolean out = Stored.text(f, "direction").filter("out"::equals).isPresent();
    String kept = Stored.text(f, "digest").orElse("none") + ".sala";
    try {
      if (out) {
        delete("outbox", Stored.text(f, "fileName").orElse("none"));
      } else {
        delete("originals", kept);
        delete("quarantine", kept);
      }
    } catch (IOException e) {
      throw Faults.of(e);
    }
  }

  private void delete(String folder, String name) throws IOException {
    Disk disk = Disk.real();
    disk.delete(station.folder().folder(folder).resolve(name));
    disk.syncFolder(station.folder().folder(folder));
  }
}
