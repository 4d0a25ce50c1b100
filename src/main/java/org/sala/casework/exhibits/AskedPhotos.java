package org.sala.casework.exhibits;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.casework.station.Station;
import org.sala.casework.station.StationState;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/**
 * Photos of arrivals that an officer has asked to be taken in, until somebody was told what came of
 * them, as {@link AskedFiles} for exhibits.
 */
public final class AskedPhotos {
  private static final String NAME = "photosAsked";

  private final Station station;
  private final StationState state;

  AskedPhotos(Station station) {
    this.station = station;
    this.state = station.state();
  }

  /** Names the files by whose photo they are; what was named before stays. */
  public void ask(Map<RecordId, Path> photos) {
    List<Value> all = new ArrayList<>(state.listing(NAME));
    photos.forEach(
        (person, file) ->
            all.add(
                new Value.Parts(
                    Map.of(
                        "officer", Value.text(station.me().hex()),
                        "person", Value.text(person.toString()),
                        "file", Value.text(file.toAbsolutePath().toString())))));
    state.set(NAME, new Value.Listing(all));
  }

  /**
   * What this officer asked for and nobody was told of. Whoever has a photo by now, or is known
   * here no more, is over for good: a photo that is taken away later does not come back by itself.
   */
  public Map<RecordId, Path> left() {
    Map<RecordId, Path> left = new LinkedHashMap<>();
    Set<RecordId> over = new HashSet<>();
    for (Value.Parts one : state.listing(NAME)) {
      RecordId person = person(one);
      if (station.view().records().find(person).isEmpty()
          || station.view().records().fields(person).containsKey(Photos.PHOTO)) {
        over.add(person);
      } else if (one.text("officer").filter(station.me().hex()::equals).isPresent()) {
        left.put(person, Path.of(one.text("file").orElse("")));
      }
    }
    if (!over.isEmpty()) {
      over(over);
    }
    return left;
  }

  /** Somebody was told what came of the photos of these. */
  public void over(Set<RecordId> people) {
    List<Value> all = new ArrayList<>(state.listing(NAME));
    all.removeIf(v -> v instanceof Value.Parts p && people.contains(person(p)));
    state.set(NAME, all.isEmpty() ? Value.Nothing.HERE : new Value.Listing(all));
  }

  private static RecordId person(Value.Parts one) {
    return RecordId.of(one.text("person").orElse(""));
  }
}
