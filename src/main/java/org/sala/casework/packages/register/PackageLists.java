package org.sala.casework.packages.register;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.merge.FieldState;
import org.sala.store.ParcelRows;
import org.sala.store.Records;

/**
 * Packages line by line. They come and go for years, so that each list is asked for by what it
 * shows: a page, what has not left, what a carrier takes.
 */
public final class PackageLists {
  private final Station station;

  public PackageLists(Station station) {
    this.station = station;
  }

  /** Returns all packages that there have ever been, the last changed first. */
  public List<PackageLine> all() {
    return lines(records().fieldsOfKind(Kinds.PARCEL.key()));
  }

  /**
   * Some of the packages, and how many there are of them.
   *
   * @param all how many there are; the older ones are not among these
   */
  public record Some(List<PackageLine> lines, int all) {
    public Some {
      lines = List.copyOf(lines);
    }
  }

  /**
   * What leaves here, or what came: the last first.
   *
   * @param most so many of them
   */
  public Some newest(boolean outgoing, int most) {
    return new Some(lines(rows().newest(outgoing, most)), rows().count(outgoing));
  }

  /**
   * Returns the packages that were sealed here, answer nothing and are not over. A station seals
   * packages for years, and Today looks at what is left with every redraw.
   */
  public List<PackageLine> asked() {
    return lines(records().fields(rows().asked()));
  }

  /**
   * Returns the packages that were sealed here and wait to leave. One that a later one holds whole
   * waits for nothing: the later one alone has to arrive.
   */
  public List<PackageLine> sealed() {
    return lines(rows().sealed()).stream().filter(p -> p.overtakenBy() == 0).toList();
  }

  /** How many wait to leave; headquarters' answers, of which there are thousands, overtake none. */
  public int waiting() {
    int all = rows().sealed().size();
    return all == 0 || station.state().flag("isHeadquarters") ? all : sealed().size();
  }

  /** Returns the packages in which something of a case lies. */
  public List<PackageLine> ofCase(RecordId caseId) {
    return lines(records().fields(records().naming(Kinds.PARCEL.key(), "cases", caseId)));
  }

  /** One that was sealed just now: nothing is later. */
  public PackageLine fresh(RecordId sealed) {
    return line(sealed, records().fields(sealed), 0);
  }

  /**
   * What may have to go onto a carrier: what waits, reports that nobody has told of, what else left
   * since a moment. What was carried and lies there already is not among them.
   *
   * @param there names and sizes of the files on it
   */
  public List<PackageLine> going(Instant since, Map<String, Long> there) {
    Set<RecordId> lies = new HashSet<>();
    rows()
        .named(there.keySet())
        .forEach(
            (name, packages) ->
                packages.stream()
                    .filter(p -> Objects.equals(there.get(name), p.size()))
                    .forEach(p -> lies.add(p.id())));
    return lines(
        rows().going(since.toEpochMilli()).stream()
            .filter(p -> !p.state().equals(PackageState.CARRIED.name()) || !lies.contains(p.id()))
            .map(ParcelRows.Lying::id)
            .toList());
  }

  /**
   * The last answers to packages that lie somewhere, where there are answers that were carried
   * before some moment.
   *
   * @param names of the files there
   */
  public List<PackageLine> answersTo(Collection<String> names, Instant before) {
    if (!rows().carriedBefore(before.toEpochMilli())) {
      return List.of();
    }
    List<String> digests =
        rows().named(names).values().stream()
            .flatMap(List::stream)
            .filter(p -> !p.outgoing())
            .map(ParcelRows.Lying::digest)
            .toList();
    return lines(station.view().receipts().answering(digests));
  }

  /**
   * One of this workspace or one that came.
   *
   * @param refused whether it came and was no good
   */
  public record Known(long size, boolean refused) {}

  /** What is known here of files with some names. */
  public Map<String, List<Known>> known(Collection<String> names) {
    Map<String, List<Known>> known = new LinkedHashMap<>();
    rows()
        .named(names)
        .forEach(
            (name, packages) ->
                known.put(
                    name,
                    packages.stream()
                        .map(
                            p ->
                                new Known(
                                    p.size(),
                                    !p.outgoing() && p.state().equals(PackageState.REFUSED.name())))
                        .toList()));
    return known;
  }

  /**
   * One that was sealed here and that a verified receipt names, or that a station has said it took.
   *
   * @param digest what its file is known by
   */
  public record Receipted(String fileName, long size, String digest) {}

  /**
   * Returns the packages that were sealed here and are receipted; nothing else of them is read, for
   * a station has as many as it ever sealed.
   */
  public List<Receipted> receipted() {
    return records()
        .fieldsOfKind(
            Kinds.PARCEL.key(), Set.of("direction", "state", "fileName", "size", "digest"))
        .values()
        .stream()
        .filter(f -> Stored.text(f, "direction").filter("out"::equals).isPresent())
        .filter(
            f -> Stored.text(f, "state").filter(PackageState.RECEIVED.name()::equals).isPresent())
        .map(
            f ->
                new Receipted(
                    Stored.text(f, "fileName").orElse(""),
                    Stored.whole(f, "size"),
                    Stored.text(f, "digest").orElse("")))
        .toList();
  }

  /** In this order. What has overtaken one of them may be none of them. */
  private List<PackageLine> lines(List<RecordId> ids) {
    Set<RecordId> read = new LinkedHashSet<>(ids);
    read.addAll(rows().asked());
    Map<RecordId, Map<String, FieldState>> fields = records().fields(List.copyOf(read));
    OvertakenPackages overtaking = OvertakenPackages.among(fields.values(), this::changesOf);
    List<PackageLine> lines = new ArrayList<>();
    for (RecordId id : ids) {
      Map<String, FieldState> f = fields.getOrDefault(id, Map.of());
      lines.add(line(id, f, overtaking.by(f)));
    }
    return lines;
  }

  private List<PackageLine> lines(Map<RecordId, Map<String, FieldState>> all) {
    OvertakenPackages overtaking = OvertakenPackages.among(all.values(), this::changesOf);
    return all.entrySet().stream()
        .map(e -> line(e.getKey(), e.getValue(), overtaking.by(e.getValue())))
        .toList();
  }

  private Set<String> changesOf(Set<RevisionId> revisions) {
    return records().belonging(revisions).stream().map(b -> b.change().toString()).collect(toSet());
  }

  private PackageLine line(RecordId id, Map<String, FieldState> f, long overtakenBy) {
    String changes = Stored.text(f, "changes").orElse("");
    long blanks = changes.chars().filter(c -> c == ' ').count();
    boolean outgoing = Stored.text(f, "direction").orElse("").equals("out");
    return new PackageLine(
        id,
        outgoing,
        Stored.text(f, "purpose").orElse(""),
        Stored.whole(f, "sequence"),
        Stored.text(f, "fileName").orElse(""),
        Stored.whole(f, "size"),
        Stored.text(f, "contents").orElse(""),
        Stored.moment(f, "sealed"),
        Stored.moment(f, "carried"),
        PackageState.of(f, PackageState.SEALED),
        Stored.moment(f, "received"),
        changes.isEmpty() ? 0 : 1 + (int) blanks,
        Doubt.read(Stored.text(f, "doubts").orElse("")),
        Stored.numbers(station, f, "cases", "number"),
        outgoing ? "" : PackageDetails.peer(station, f),
        overtakenBy);
  }

  private Records records() {
    return station.view().records();
  }

  private ParcelRows rows() {
    return station.view().parcels();
  }
}
