package org.sala.casework.packages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.station.Officers;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Fingerprint;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.Records;

/** What has come to headquarters, from whom, what became of it, and whether it was answered. */
public final class Reception {
  private final Station station;
  private final Officers officers;

  public Reception(Station station, Officers officers) {
    this.station = station;
    this.officers = officers;
  }

  /**
   * A package that came.
   *
   * @param sender the station's id; empty where nobody has shown whose it is
   * @param stationName empty where nobody has shown whose it is
   * @param takenBy the officer at the desk when it came; empty where nobody knows the name
   * @param signer the number of the officer who signed it
   * @param contents how much of what it holds
   * @param held how many of them wait for people
   * @param anew whether it is the first of its station under new numbers: that was restored from a
   *     backup since it last sent, or two copies of it were seen
   * @param apart by how much its sender's clock and this one cannot both be right
   * @param receipt the last answer to it
   */
  public record Came(
      RecordId id,
      String fileName,
      String sender,
      String stationName,
      String letter,
      String takenBy,
      String signer,
      long sequence,
      long size,
      Optional<Moment> sealed,
      Optional<Moment> received,
      Packages.State state,
      List<Doubt> doubts,
      Contents contents,
      int held,
      int refused,
      boolean anew,
      Optional<ClocksApart> apart,
      Optional<Receipt> receipt) {
    public Came {
      doubts = List.copyOf(doubts);
    }

    /** Whether officers have to decide on it. */
    public boolean waits() {
      return state == Packages.State.HELD || state == Packages.State.PARTLY && held > 0;
    }
  }

  /** An answer to a package, on its way or still here. */
  public record Receipt(RecordId id, String fileName, boolean carried) {}

  /** All that came, the last first; what waits for a decision before everything else. */
  public List<Came> all() {
    List<Came> all = new ArrayList<>();
    Map<RecordId, Map<String, FieldState>> sent = new HashMap<>();
    List<RecordId> came = new ArrayList<>();
    Map<RecordId, Map<String, FieldState>> parcels =
        station.view().records().fieldsOfKind(Kinds.PARCEL.key());
    parcels.forEach(
        (id, f) -> {
          if (Stored.text(f, "answers").isPresent()) {
            sent.put(id, f);
          } else if (Stored.text(f, "direction").filter(d -> !d.equals("out")).isPresent()) {
            came.add(id);
          }
        });
    Map<String, Receipt> receipts = new HashMap<>();
    sent.entrySet().stream()
        .sorted(Comparator.comparingLong(e -> Stored.whole(e.getValue(), "sequence")))
        .forEach(
            e ->
                receipts.put(
                    Stored.text(e.getValue(), "answers").orElseThrow(),
                    new Receipt(
                        e.getKey(),
                        Stored.text(e.getValue(), "fileName").orElse(""),
                        Stored.text(e.getValue(), "carried").isPresent())));
    Map<RecordId, String> takenBy = takenBy();
    Set<RecordId> anew = anew(came, parcels);
    came.forEach(
        id ->
            all.add(
                came(
                    id,
                    parcels.getOrDefault(id, Map.of()),
                    takenBy.getOrDefault(id, ""),
                    anew.contains(id),
                    receipts)));
    all.sort(
        Comparator.comparing((Came c) -> !c.waits())
            .thenComparing(
                c -> c.received().map(m -> m.instant().toEpochMilli()).orElse(0L),
                Comparator.reverseOrder()));
    return all;
  }

  /** What happened to a package. */
  public enum Happened {
    /** Taken in, but for what waits. */
    CAME,
    PROPOSED,
    AGREED,
    KEPT_OUT,
    /** Somebody looked again, or decided: it stands as its state says. */
    STANDS
  }

  /**
   * One act on a package, the first first.
   *
   * @param officer by name; empty where nobody knows it
   * @param state as it stood then; empty for a word that changed none
   * @param reason empty where none was asked for
   */
  public record Step(
      Moment at, String officer, Happened happened, Optional<Packages.State> state, String reason) {
    @Override
    public String toString() {
      return "Step[" + happened + "]";
    }
  }

  /** Everything that was done with a package here, by whom and why. */
  public List<Step> history(RecordId parcel) {
    Map<Fingerprint, String> names = officers.names();
    List<Step> steps = new ArrayList<>();
    for (Records.RevisionRow row : station.view().records().revisions(parcel)) {
      Optional<Revision> revision = station.journal().revision(row.at());
      revision
          .flatMap(r -> Optional.ofNullable(r.fields().get("state")))
          .flatMap(Value::asText)
          .map(Packages.State::valueOf)
          .ifPresent(
              state ->
                  steps.add(
                      new Step(
                          row.time(),
                          names.getOrDefault(row.author(), ""),
                          steps.isEmpty() ? Happened.CAME : Happened.STANDS,
                          Optional.of(state),
                          revision.flatMap(Revision::reason).orElse(""))));
    }
    for (Records.Row word : station.view().records().pointingTo(parcel, "parcel")) {
      if (word.kind().equals(Kinds.ADMISSION.key())) {
        Map<String, FieldState> f = station.view().records().fields(word.id());
        Records.RevisionRow row = station.view().records().revisions(word.id()).getFirst();
        steps.add(
            new Step(
                row.time(),
                names.getOrDefault(row.author(), ""),
                word(f),
                Optional.empty(),
                Stored.text(f, "reason").orElse("")));
      }
    }
    steps.sort(Comparator.comparing(s -> s.at().instant()));
    return steps;
  }

  private static Happened word(Map<String, FieldState> f) {
    boolean admits = f.containsKey("admits") && f.get("admits").value().equals(Value.flag(true));
    return !admits
        ? Happened.KEPT_OUT
        : f.containsKey("agreesWith") ? Happened.AGREED : Happened.PROPOSED;
  }

  /** Answers that nobody has taken along yet. */
  public List<RecordId> receiptsHere() {
    return all().stream()
        .flatMap(c -> c.receipt().stream())
        .filter(r -> !r.carried())
        .map(Receipt::id)
        .toList();
  }

  /** The first package of each run of numbers that is not its station's first run. */
  private static Set<RecordId> anew(
      List<RecordId> came, Map<RecordId, Map<String, FieldState>> parcels) {
    List<RecordId> inOrder = new ArrayList<>(came);
    inOrder.sort(
        Comparator.comparing(
            id ->
                Stored.text(parcels.getOrDefault(id, Map.of()), "received")
                    .map(m -> Moment.of(m).instant())
                    .orElse(Instant.MAX)));
    Set<String> stations = new HashSet<>();
    Set<String> runs = new HashSet<>();
    Set<RecordId> anew = new HashSet<>();
    for (RecordId id : inOrder) {
      String run = Stored.text(parcels.getOrDefault(id, Map.of()), "peer").orElse("");
      boolean known = !stations.add(run.split(" ", -1)[0]);
      if (!run.isEmpty() && runs.add(run) && known) {
        anew.add(id);
      }
    }
    return anew;
  }

  private Map<RecordId, String> takenBy() {
    Map<Fingerprint, String> names = officers.names();
    Map<RecordId, String> by = new HashMap<>();
    station
        .view()
        .records()
        .begun(Kinds.PARCEL.key())
        .forEach(b -> by.put(b.id(), names.getOrDefault(b.author(), "")));
    return by;
  }

  private Came came(
      RecordId id,
      Map<String, FieldState> f,
      String takenBy,
      boolean anew,
      Map<String, Receipt> receipts) {
    String peer = Stored.text(f, "peer").orElse("").split(" ", -1)[0];
    var known = station.state().parts("station." + peer);
    return new Came(
        id,
        Stored.text(f, "fileName").orElse(""),
        peer,
        known.flatMap(p -> p.text("name")).or(() -> Stored.text(f, "peerName")).orElse(""),
        known.flatMap(p -> p.text("letter")).orElse(""),
        takenBy,
        Stored.text(f, "signer").orElse(""),
        Stored.whole(f, "sequence"),
        Stored.whole(f, "size"),
        Stored.text(f, "sealed").map(Moment::of),
        Stored.text(f, "received").map(Moment::of),
        Packages.State.valueOf(Stored.text(f, "state").orElse("IMPORTED")),
        Doubt.read(Stored.text(f, "doubts").orElse("")),
        Contents.read(Stored.text(f, "contents").orElse("")),
        Stored.ids(Stored.text(f, "heldChanges").orElse("")).size(),
        Stored.ids(Stored.text(f, "refusedChanges").orElse("")).size(),
        anew,
        ClocksApart.between(
            Stored.text(f, "sealed").map(Moment::of), Stored.text(f, "received").map(Moment::of)),
        Optional.ofNullable(receipts.get(Stored.text(f, "digest").orElse(""))));
  }
}
