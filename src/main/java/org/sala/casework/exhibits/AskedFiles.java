package org.sala.casework.exhibits;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.station.Station;
import org.sala.casework.station.StationState;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/**
 * Files that an officer has asked to be taken in as exhibits, with what was typed about them, until
 * somebody was told what came of each. They are named before the first is read: a lock, another
 * language or a power cut ends the taking, and it is gone on with after the officer's next unlock.
 */
public final class AskedFiles {
  private static final String NAME = "filesAsked";

  private final Station station;
  private final StationState state;

  AskedFiles(Station station) {
    this.station = station;
    this.state = station.state();
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
   */
  public record Asked(RecordId id, RecordId caseId, Exhibits.NewExhibit exhibit, Path file) {
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
  public List<Asked> ask(RecordId caseId, Exhibits.NewExhibit words, List<Named> files) {
    List<Value> named = new ArrayList<>();
    for (Named f : files) {
      named.add(
          new Value.Parts(
              Map.of(
                  "id", Value.text(station.ids().record().toString()),
                  "title", Value.text(f.title()),
                  "file", Value.text(f.file().toAbsolutePath().toString()))));
    }
    Map<String, Value> lot = new LinkedHashMap<>();
    lot.put("officer", Value.text(station.me().hex()));
    lot.put("case", Value.text(caseId.toString()));
    lot.put("description", Value.text(words.description()));
    words.taken().ifPresent(t -> lot.put("taken", t.toValue()));
    lot.put("place", Value.text(words.place()));
    lot.put("from", Value.text(words.from()));
    lot.put("files", new Value.Listing(named));
    List<Value> all = new ArrayList<>(state.listing(NAME));
    Value.Parts made = new Value.Parts(lot);
    all.add(made);
    state.set(NAME, new Value.Listing(all));
    return in(made);
  }

  /**
   * What this officer asked for and nobody was told of. What is an exhibit by now is over, and so
   * is what was typed for a case that is known here no more, whoever did.
   */
  public List<Asked> left() {
    List<Asked> left = new ArrayList<>();
    for (Value.Parts lot : state.listing(NAME)) {
      boolean mine = lot.text("officer").filter(station.me().hex()::equals).isPresent();
      for (Asked asked : in(lot)) {
        if (isKnown(asked.id()) || !isKnown(asked.caseId())) {
          over(asked);
        } else if (mine) {
          left.add(asked);
        }
      }
    }
    return left;
  }

  private boolean isKnown(RecordId record) {
    return station.view().records().find(record).isPresent();
  }

  /** Somebody was told what came of it. */
  public void over(Asked asked) {
    List<Value> all = new ArrayList<>();
    for (Value.Parts lot : state.listing(NAME)) {
      List<Value> files = new ArrayList<>(files(lot));
      files.removeIf(f -> id(f).equals(asked.id()));
      if (!files.isEmpty()) {
        Map<String, Value> rest = new LinkedHashMap<>(lot.parts());
        rest.put("files", new Value.Listing(files));
        all.add(new Value.Parts(rest));
      }
    }
    state.set(NAME, all.isEmpty() ? Value.Nothing.HERE : new Value.Listing(all));
  }

  private static List<Asked> in(Value.Parts lot) {
    return files(lot).stream()
        .map(
            f ->
                new Asked(
                    id(f),
                    RecordId.of(text(lot, "case")),
                    new Exhibits.NewExhibit(
                        text(f, "title"),
                        text(lot, "description"),
                        Optional.ofNullable(lot.parts().get("taken")).flatMap(Moment::of),
                        text(lot, "place"),
                        text(lot, "from")),
                    Path.of(text(f, "file"))))
        .toList();
  }

  private static List<Value> files(Value.Parts lot) {
    return lot.parts().get("files") instanceof Value.Listing l ? l.items() : List.of();
  }

  private static RecordId id(Value file) {
    return RecordId.of(text(file, "id"));
  }

  private static String text(Value of, String name) {
    return of instanceof Value.Parts p ? p.text(name).orElse("") : "";
  }
}
