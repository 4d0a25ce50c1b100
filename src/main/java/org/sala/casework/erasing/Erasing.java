package org.sala.casework.erasing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sala.casework.packages.register.PackageMention;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.ScopeId;

/**
 * What erasing a person or a case means: what goes, what stays, who still has it.
 *
 * @param kind {@code person} or {@code case}
 * @param number that it is known by
 * @param numbers of everything that goes; nobody else gets one of them
 * @param records that go, with every version of them
 * @param files that go, and how many bytes they are
 * @param onlyHere changes that no package has brought to anybody yet
 * @param packages that were sealed here with something of it: their files go, what has left stays
 *     where it went
 * @param waits packages whose senders wait for a decision on some of it, with the changes of each
 *     that wait; nobody decides on it any more
 * @param quarantined packages in quarantine that hold something of it, or may: their files go
 * @param backups when this workspace was backed up since it was begun; each brings it back
 * @param statements numbers of statements of the person, which belong to their cases and stay
 * @param others what else is said of the person in records that stay
 * @param people how many people of a case stay, each with what is theirs
 * @param tells whether headquarters hears of it with the next package, and decides on what it has
 * @param protects whether something stands that keeps somebody safe: then it cannot be erased yet
 * @param losing numbers, or names where there is none, of other records of the same person that a
 *     no, a fear or the rules for children hold for by what this one says: then it cannot be erased
 *     before they are parted
 */
public record Erasing(
    RecordId about,
    String kind,
    ScopeId scope,
    String number,
    List<String> numbers,
    List<RecordId> records,
    Files files,
    int onlyHere,
    List<PackageMention> packages,
    Map<RecordId, Set<String>> waits,
    List<PackageMention> quarantined,
    List<Moment> backups,
    List<String> statements,
    Others others,
    int people,
    boolean tells,
    boolean protects,
    List<String> losing) {
  public Erasing {
    numbers = List.copyOf(numbers);
    records = List.copyOf(records);
    packages = List.copyOf(packages);
    waits = Map.copyOf(waits);
    quarantined = List.copyOf(quarantined);
    backups = List.copyOf(backups);
    statements = List.copyOf(statements);
    losing = List.copyOf(losing);
  }

  /**
   * Records of others that name the person by id.
   *
   * @param inside people whom the person named as still inside; each is somebody's own record
   * @param parts what the person was in cases
   * @param told what others told of the person as still inside, in words: it is held to be the same
   *     person's, stays, and counts as inside again
   */
  public record Others(int inside, int parts, List<String> told) {
    static final Others NONE = new Others(0, 0, List.of());

    public Others {
      told = List.copyOf(told);
    }

    @Override
    public String toString() {
      return "Others[inside=" + inside + ", parts=" + parts + ", told=" + told.size() + "]";
    }
  }

  /** Attached files. */
  public record Files(int count, long bytes) {}

  /** Whether somebody has typed the very number. */
  public boolean confirmedBy(String typed) {
    return typed.strip().equalsIgnoreCase(number);
  }

  /** Returns whether it cannot be erased yet. */
  public boolean isRefused() {
    return protects || !losing.isEmpty();
  }

  /** Returns who still has something of what is erased, each with the packages that brought it. */
  public List<String> holders() {
    return Stream.concat(packages.stream().filter(PackageMention::left), quarantined.stream())
        .map(PackageMention::to)
        .filter(to -> !to.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  /** Every package whose file goes, each once. */
  List<RecordId> parcels() {
    return Stream.concat(packages.stream(), quarantined.stream())
        .map(PackageMention::parcel)
        .distinct()
        .toList();
  }

  /** The last backup that brings it back; empty where none was made since. */
  public Optional<Moment> lastBackup() {
    return backups.isEmpty() ? Optional.empty() : Optional.of(backups.getLast());
  }

  @Override
  public String toString() {
    return "Erasing[" + kind + "]";
  }
}
