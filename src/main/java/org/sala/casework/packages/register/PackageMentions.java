package org.sala.casework.packages.register;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sala.casework.packages.files.PackageFiles;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Faults;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.disk.Disk;
import org.sala.domain.ChangeId;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.merge.FieldState;

/** Finds the packages that lie here and hold certain parts of changes, and lets them go. */
@BehindTheDesk
public final class PackageMentions {
  private final Station station;

  public PackageMentions(Station station) {
    this.station = station;
  }

  /**
   * Every package that was sealed here with one of these parts in it, whatever became of it since;
   * and at headquarters every one that came with one in it, whose original is kept.
   *
   * @param parts by the change that they belong to
   */
  public List<PackageMention> of(Map<ChangeId, Set<RevisionId>> parts) {
    List<PackageMention> all = new ArrayList<>();
    fields(station.view().sent().holding(parts.keySet()))
        .forEach(
            (id, f) -> {
              if (holds(f, parts)) {
                all.add(with(id, f));
              }
            });
    came(answered(parts.keySet()))
        .forEach(
            (id, f) -> {
              if (f.containsKey(PackageFiles.ORIGINAL)) {
                all.add(with(id, f));
              }
            });
    return all;
  }

  private PackageMention with(RecordId id, Map<String, FieldState> f) {
    return new PackageMention(
        id,
        PackageDetails.peer(station, f),
        Stored.whole(f, "sequence"),
        PackageState.of(f, PackageState.SEALED));
  }

  private Map<RecordId, Map<String, FieldState>> fields(List<RecordId> packages) {
    return station.view().records().fields(packages.stream().distinct().toList());
  }

  /** Packages that came, by what they are known by. */
  private Map<RecordId, Map<String, FieldState>> came(Set<String> digests) {
    return fields(station.view().arrivals().withDigests(digests));
  }

  /** Digests of packages to which something was answered about one of these changes. */
  private Set<String> answered(Set<ChangeId> changes) {
    Set<String> ids = ids(changes);
    Set<String> digests = new HashSet<>();
    for (Map<String, FieldState> f : answers(ChangeOutcomes.ALL)) {
      if (ChangeOutcomes.names(f, ids)) {
        Stored.text(f, "digest").ifPresent(digests::add);
      }
    }
    return digests;
  }

  /** Of every receipt what it says of changes, and of which package. */
  private Collection<Map<String, FieldState>> answers(List<String> outcomes) {
    Set<String> read = new HashSet<>(outcomes);
    read.add("digest");
    return station.view().records().fieldsOfKind(Kinds.RECEIPT.key(), read).values();
  }

  private static Set<String> ids(Set<ChangeId> changes) {
    return changes.stream().map(ChangeId::toString).collect(Collectors.toSet());
  }

  /**
   * At headquarters: packages whose senders were told that one of these changes waits for people,
   * and every change of each that waits then. Nobody decides on it once it is gone, and a decision
   * that was under way goes with its file.
   */
  public Map<RecordId, Set<String>> toldToWait(Set<ChangeId> changes) {
    Set<String> ids = ids(changes);
    Map<String, Set<String>> told = new HashMap<>();
    for (Map<String, FieldState> f : answers(List.of(ChangeOutcomes.WAITING))) {
      Set<String> waiting = new TreeSet<>(Stored.words(f, ChangeOutcomes.WAITING, " "));
      waiting.retainAll(ids);
      Optional<String> digest = Stored.text(f, "digest").filter(d -> !waiting.isEmpty());
      digest.ifPresent(d -> told.computeIfAbsent(d, any -> new TreeSet<>()).addAll(waiting));
    }
    Map<RecordId, Set<String>> all = new LinkedHashMap<>();
    came(told.keySet())
        .forEach(
            (id, f) -> {
              Set<String> waiting =
                  new TreeSet<>(told.getOrDefault(Stored.text(f, "digest").orElse(""), Set.of()));
              waiting.addAll(Stored.words(f, "waitingChanges", " "));
              all.put(id, waiting);
            });
    return all;
  }

  private static boolean holds(Map<String, FieldState> f, Map<ChangeId, Set<RevisionId>> parts) {
    Set<String> withheld = Stored.ids(Stored.text(f, "withheld").orElse(""));
    for (ChangeId change : Stored.changes(f, "changes")) {
      for (RevisionId part : parts.getOrDefault(change, Set.of())) {
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
