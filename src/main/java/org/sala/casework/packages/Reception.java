package org.sala.casework.packages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.merge.FieldState;

/** What has come to headquarters, from whom, what became of it, and whether it was answered. */
public final class Reception {
  private final Station station;

  public Reception(Station station) {
    this.station = station;
  }

  /**
   * A package that came.
   *
   * @param sender the station's id; empty where nobody has shown whose it is
   * @param stationName empty where nobody has shown whose it is
   * @param signer the number of the officer who signed it
   * @param changes how many changes it holds
   * @param held how many of them wait for people
   * @param receipt the last answer to it
   */
  public record Came(
      RecordId id,
      String fileName,
      String sender,
      String stationName,
      String letter,
      String signer,
      long sequence,
      long size,
      Optional<Moment> sealed,
      Optional<Moment> received,
      Packages.State state,
      List<Doubt> doubts,
      int changes,
      int held,
      int refused,
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
    came.forEach(id -> all.add(came(id, parcels.getOrDefault(id, Map.of()), receipts)));
    all.sort(
        Comparator.comparing((Came c) -> !c.waits())
            .thenComparing(
                c -> c.received().map(m -> m.instant().toEpochMilli()).orElse(0L),
                Comparator.reverseOrder()));
    return all;
  }

  /** Answers that nobody has taken along yet. */
  public List<RecordId> receiptsHere() {
    return all().stream()
        .flatMap(c -> c.receipt().stream())
        .filter(r -> !r.carried())
        .map(Receipt::id)
        .toList();
  }

  private Came came(RecordId id, Map<String, FieldState> f, Map<String, Receipt> receipts) {
    String peer = Stored.text(f, "peer").orElse("").split(" ", -1)[0];
    var known = station.state().parts("station." + peer);
    return new Came(
        id,
        Stored.text(f, "fileName").orElse(""),
        peer,
        known.flatMap(p -> p.text("name")).orElse(""),
        known.flatMap(p -> p.text("letter")).orElse(""),
        Stored.text(f, "signer").orElse(""),
        Stored.whole(f, "sequence"),
        Stored.whole(f, "size"),
        Stored.text(f, "sealed").map(Moment::of),
        Stored.text(f, "received").map(Moment::of),
        Packages.State.valueOf(Stored.text(f, "state").orElse("IMPORTED")),
        Doubt.read(Stored.text(f, "doubts").orElse("")),
        changes(Stored.text(f, "contents").orElse("")),
        Stored.ids(Stored.text(f, "heldChanges").orElse("")).size(),
        Stored.ids(Stored.text(f, "refusedChanges").orElse("")).size(),
        Optional.ofNullable(receipts.get(Stored.text(f, "digest").orElse(""))));
  }

  /** {@code 12 changes}, as importing writes it. */
  private static int changes(String contents) {
    String number = contents.split(" ", -1)[0];
    return number.matches("\\d{1,9}") ? Integer.parseInt(number) : 0;
  }
}
