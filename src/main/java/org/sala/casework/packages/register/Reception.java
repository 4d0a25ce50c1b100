package org.sala.casework.packages.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.station.Begun;
import org.sala.casework.station.Officers;
import org.sala.casework.station.Station;
import org.sala.casework.station.Stored;
import org.sala.domain.Fingerprint;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Revision;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;
import org.sala.store.ArrivalRows;
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
      PackageState state,
      List<Doubt> doubts,
      PackageContents contents,
      int held,
      int refused,
      boolean anew,
      Optional<ClockDifference> apart,
      Optional<Receipt> receipt) {
    public Came {
      doubts = List.copyOf(doubts);
    }

    /** Returns whether officers have to decide on the package. */
    public boolean waits() {
      return state == PackageState.HELD || state == PackageState.PARTLY && held > 0;
    }
  }

  /** An answer to a package, on its way or still here. */
  public record Receipt(RecordId id, String fileName, boolean carried) {}

  /** Which of the packages a list shows. */
  public enum Which {
    ALL,
    /** Officers have to decide on the package. */
    WAITING,
    /** No answer to the package has left. */
    UNANSWERED
  }

  /**
   * Some of what came.
   *
   * @param all how many there are; the older ones are not among these
   */
  public record Some(List<Came> came, int all) {
    public Some {
      came = List.copyOf(came);
    }
  }

  /**
   * What came, the last first; what waits for a decision before everything else.
   *
   * @param from of one station; of whomever where it is empty
   * @param most so many of them: packages come for years, and each is read
   */
  public Some came(Optional<StationId> from, Which which, int most) {
    ArrivalRows rows = station.view().arrivals();
    ArrivalRows.Asked asked =
        new ArrivalRows.Asked(from, which == Which.WAITING, which == Which.UNANSWERED);
    List<RecordId> ids = rows.newest(asked, most);
    Map<RecordId, Map<String, FieldState>> fields = station.view().records().fields(ids);
    Map<String, Receipt> receipts = receipts(fields);
    Map<RecordId, String> takenBy = takenBy(ids);
    Set<RecordId> anew = anew(fields);
    List<Came> came = new ArrayList<>();
    for (RecordId id : ids) {
      came.add(
          came(
              id,
              fields.getOrDefault(id, Map.of()),
              takenBy.getOrDefault(id, ""),
              anew.contains(id),
              receipts));
    }
    return new Some(came, rows.count(asked));
  }

  /** The last answer to each of some packages, by what the package is known by. */
  private Map<String, Receipt> receipts(Map<RecordId, Map<String, FieldState>> came) {
    Set<String> digests = new HashSet<>();
    came.values().forEach(f -> Stored.text(f, "digest").ifPresent(digests::add));
    Map<String, Receipt> receipts = new HashMap<>();
    station
        .view()
        .records()
        .fields(station.view().receipts().answering(digests))
        .forEach(
            (id, f) ->
                receipts.put(
                    Stored.text(f, "answers").orElseThrow(),
                    new Receipt(
                        id,
                        Stored.text(f, "fileName").orElse(""),
                        Stored.text(f, "carried").isPresent())));
    return receipts;
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
      Moment at, String officer, Happened happened, Optional<PackageState> state, String reason) {
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
          .map(s -> Stored.choice(s, PackageState.class, PackageState.IMPORTED))
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
        Records.RevisionRow row = Begun.row(station, word.id()).orElseThrow();
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
    return station.view().receipts().answersHere();
  }

  /** The first package of each run of numbers that is not its station's first run. */
  private Set<RecordId> anew(Map<RecordId, Map<String, FieldState>> came) {
    ArrivalRows rows = station.view().arrivals();
    Set<String> runs = new HashSet<>();
    came.values().forEach(f -> Stored.text(f, "peer").ifPresent(runs::add));
    Set<RecordId> anew = new HashSet<>();
    for (String run : runs) {
      Optional<RecordId> first = StationId.read(run.split(" ", -1)[0]).flatMap(rows::firstOf);
      rows.firstOf(run).filter(id -> !first.equals(Optional.of(id))).ifPresent(anew::add);
    }
    return anew;
  }

  private Map<RecordId, String> takenBy(List<RecordId> came) {
    Map<Fingerprint, String> names = officers.names();
    Map<RecordId, String> by = new HashMap<>();
    station
        .view()
        .records()
        .begun(came)
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
        Stored.moment(f, "sealed"),
        Stored.moment(f, "received"),
        PackageState.of(f, PackageState.IMPORTED),
        Doubt.read(Stored.text(f, "doubts").orElse("")),
        PackageContents.read(Stored.text(f, "contents").orElse("")),
        Stored.ids(Stored.text(f, "heldChanges").orElse("")).size(),
        Stored.ids(Stored.text(f, "refusedChanges").orElse("")).size(),
        anew,
        ClockDifference.between(Stored.moment(f, "sealed"), Stored.moment(f, "received")),
        Optional.ofNullable(receipts.get(Stored.text(f, "digest").orElse(""))));
  }
}
