package org.sala.casework.screening;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sala.casework.people.Cases;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.ProtectedPart;
import org.sala.casework.station.Station;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.merge.FieldState;

/**
 * A record into which a form is filled: every answer is a field named by its place in the form, and
 * nothing of the interview is kept anywhere else.
 *
 * @param open the fields of the investigation part
 * @param all with those of the protected part, as far as this officer may read it
 * @param keptBack protected answers exist that this officer may not read
 */
@BehindTheDesk
public record AnswerFields(
    Map<String, FieldState> open, Map<String, FieldState> all, boolean keptBack) {
  private static final String FAMILY = "answer";

  /** What the view can hold as the name of a field. */
  public static final int LONGEST_PATH = 280;

  public static AnswerFields of(Station station, RecordId id) {
    Map<String, FieldState> open = station.view().records().fields(id);
    ProtectedPart part = new ProtectedPart(station);
    Map<String, FieldState> all = new LinkedHashMap<>(open);
    all.putAll(part.fields(id));
    return new AnswerFields(open, all, part.exists(id) && !station.mayOpen(Compartment.PROTECTION));
  }

  /** The field that holds the answer at a path. */
  public static String key(String path) {
    return FAMILY + path;
  }

  /** The answers by path, in every version where versions differ. */
  public <T> Map<String, List<T>> answers(Function<Value, T> read) {
    Map<String, List<T>> answers = new LinkedHashMap<>();
    all.forEach(
        (key, state) -> {
          if (key.startsWith(FAMILY + "/")) {
            answers.put(key.substring(FAMILY.length()), state.values().stream().map(read).toList());
          }
        });
    return answers;
  }

  /**
   * The fields beside the answers of which versions differ, with all values. Answers stand with
   * their questions, and where the record was left is each laptop's own.
   */
  public List<Cases.Shown> differing() {
    return Cases.differing(all).stream()
        .filter(s -> !s.key().equals("place") && !s.key().matches("(answer|seen)/.*"))
        .toList();
  }

  /**
   * The open fields of a record that is not closed.
   *
   * @throws CaseworkFault if it is closed, or there is none
   */
  public static Map<String, FieldState> writable(Station station, RecordId id) {
    Map<String, FieldState> known = station.view().records().fields(id);
    if (known.isEmpty()) {
      throw new CaseworkFault(CaseworkFault.Code.NOT_FOUND);
    }
    if (known.containsKey("closed")) {
      throw new CaseworkFault(CaseworkFault.Code.CLOSED_FOR_GOOD);
    }
    return known;
  }
}
