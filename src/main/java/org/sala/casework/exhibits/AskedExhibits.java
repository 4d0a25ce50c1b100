package org.sala.casework.exhibits;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.station.Faults;
import org.sala.casework.station.Station;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.vault.VaultFault;

/** {@link AskedFiles} that are to be exhibits, with what was typed about them. */
public final class AskedExhibits {
  private final Station station;
  private final AskedFiles files;

  AskedExhibits(Station station) {
    this.station = station;
    this.files = new AskedFiles(station, "filesAsked");
  }

  /**
   * A file, and what it is called as an exhibit.
   *
   * @param title not blank
   */
  public record Named(String title, Path file) {
    @Override
    public String toString() {
      return "Named";
    }
  }

  /**
   * One that was asked for.
   *
   * @param id what the exhibit will be, so that none is made twice
   * @param at when it was asked for, which is when it was here at the latest
   * @param stamp size and time of the file; empty where it could not be looked at
   */
  public record Asked(
      RecordId id,
      RecordId caseId,
      Exhibits.NewExhibit exhibit,
      Moment at,
      Path file,
      Optional<String> stamp) {

    /** Whether the file is as it was when it was asked for, as far as its size and time tell. */
    boolean isUnchanged() {
      return stamp.isPresent() && stamp.equals(AskedFiles.stamp(file));
    }

    @Override
    public String toString() {
      return "Asked[" + id + "]";
    }
  }

  /**
   * Names what is to be taken in; what was named before stays.
   *
   * @param words what was typed about all of them; each has its own title
   */
  public List<Asked> ask(RecordId caseId, Exhibits.NewExhibit words, List<Named> named) {
    Map<String, Value> lot = new LinkedHashMap<>();
    lot.put("case", Value.text(caseId.toString()));
    lot.put("at", station.now().toValue());
    lot.put("description", Value.text(words.description()));
    words.taken().ifPresent(t -> lot.put("taken", t.toValue()));
    lot.put("place", Value.text(words.place()));
    lot.put("from", Value.text(words.from()));
    return files
        .ask(
            lot,
            named.stream()
                .map(
                    n ->
                        AskedFiles.named(
                            station.ids().record(),
                            n.file(),
                            Map.of("title", Value.text(n.title()))))
                .toList())
        .stream()
        .map(this::asked)
        .toList();
  }

  /**
   * What this officer asked for and nobody was told of. What is an exhibit by now is over, and so
   * is what was typed for a case that is known here no more, whoever did.
   */
  public List<Asked> left() {
    List<Asked> left =
        files.left(f -> isKnown(f.id()) || !isKnown(asked(f).caseId())).stream()
            .map(this::asked)
            .toList();
    forget();
    return left;
  }

  private boolean isKnown(RecordId record) {
    return station.view().records().find(record).isPresent();
  }

  /** Somebody was told what came of it. */
  public void over(Asked asked) {
    files.over(Set.of(asked.id()));
    forget();
  }

  /** Takes away what was read of files that nobody waits for any more. */
  private void forget() {
    try {
      station.objects().dropPiecesBut(files.ids());
    } catch (VaultFault e) {
      throw Faults.of(e);
    }
  }

  private Asked asked(AskedFiles.One one) {
    Value.Parts lot = one.lot();
    return new Asked(
        one.id(),
        RecordId.of(lot.text("case").orElse("")),
        new Exhibits.NewExhibit(
            one.own().text("title").orElse(""),
            lot.text("description").orElse(""),
            Optional.ofNullable(lot.parts().get("taken")).flatMap(Moment::of),
            lot.text("place").orElse(""),
            lot.text("from").orElse("")),
        Optional.ofNullable(lot.parts().get("at")).flatMap(Moment::of).orElseGet(station::now),
        one.file(),
        one.own().text("stamp"));
  }
}
