package org.sala.casework.screening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sala.domain.Value;
import org.sala.merge.FieldState;

/**
 * What officers saw while an answer was given. It is the officer's, not the person's: it lies in
 * the protected part whatever the answer does, and leaves with the person's yes alone.
 */
final class Observed {
  private static final String FAMILY = "seen";

  private Observed() {}

  /** The field that holds what was seen at a path. */
  static String key(String path) {
    return FAMILY + path;
  }

  /** What is written beside an answer; nothing where it stands so already. */
  static Map<String, Value> beside(String path, Given given, Map<String, FieldState> before) {
    FieldState known = before.get(key(path));
    Value was = known == null ? Value.Nothing.HERE : known.value();
    Value is = given.seen().isBlank() ? Value.Nothing.HERE : Value.text(given.seen().strip());
    boolean settled = known == null || !known.disputed();
    return settled && was.equals(is) ? Map.of() : Map.of(key(path), is);
  }

  /** Answers with what was seen at each, in every version where versions differ. */
  static Map<String, List<Given>> with(
      Map<String, List<Given>> answers, Map<String, FieldState> all) {
    Map<String, List<Given>> whole = new LinkedHashMap<>(answers);
    all.forEach(
        (key, state) -> {
          if (key.startsWith(FAMILY + "/")) {
            String path = key.substring(FAMILY.length());
            List<Given> given = new ArrayList<>();
            for (Given g : answers.getOrDefault(path, List.of(Given.NOTHING))) {
              state.values().forEach(seen -> given.add(g.with(seen.asText().orElse(""))));
            }
            whole.put(path, given.stream().distinct().toList());
          }
        });
    return whole;
  }
}
