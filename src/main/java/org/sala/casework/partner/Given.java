package org.sala.casework.partner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.domain.AttachedFile;
import org.sala.domain.Kinds;
import org.sala.domain.Value;

/**
 * What of a record's values another agency is given in other words, since ours tell more: numbers
 * that run within a case tell of those between them, a file's name of whoever named it.
 */
final class Given {
  /** Kinds whose numbers run within a case; they are counted anew in each copy. */
  private static final Set<String> COUNTED = Set.of(Kinds.STATEMENT.key(), Kinds.EXHIBIT.key());

  private static final String NUMBER = "number";

  /** As many letters of a digest as tell the files of one copy apart. */
  private static final int LETTERS = 12;

  private Given() {}

  /** The records as they are given, in their order; an officer sees which number was whose. */
  static List<Redaction.Item> of(List<Redaction.Item> items) {
    Map<String, Integer> counts = new HashMap<>();
    List<Redaction.Item> given = new ArrayList<>();
    for (Redaction.Item i : items) {
      if (!COUNTED.contains(i.kind()) || i.going().isEmpty()) {
        given.add(i);
        continue;
      }
      String number = Integer.toString(counts.merge(i.kind(), 1, Integer::sum));
      List<Redaction.Line> lines = i.lines().stream().map(l -> counted(l, number)).toList();
      given.add(new Redaction.Item(i.record(), i.kind(), i.number(), i.person(), lines));
    }
    return given;
  }

  private static Redaction.Line counted(Redaction.Line line, String number) {
    return line.field().equals(NUMBER)
        ? new Redaction.Line(
            NUMBER, Map.of(NUMBER, Value.text(number)), line.why(), line.added(), line.addable())
        : line;
  }

  /** The values of a line as they are given. */
  static Map<String, Value> values(Redaction.Line line) {
    Map<String, Value> given = new LinkedHashMap<>();
    line.values()
        .forEach(
            (key, value) ->
                given.put(
                    key, AttachedFile.of(value).map(f -> neutral(f).toValue()).orElse(value)));
    return given;
  }

  /** A file under a name that says nothing, but for what it is. */
  private static AttachedFile neutral(AttachedFile file) {
    String kind = file.type().substring(file.type().lastIndexOf('/') + 1);
    String ending = kind.matches("[a-z0-9]{1,5}") ? "." + kind : "";
    return new AttachedFile(
        file.digest(),
        file.size(),
        "file-" + file.digest().substring(0, LETTERS) + ending,
        file.type());
  }

  /** The names of the files that go, as they are called here. */
  static List<String> files(List<Redaction.Item> items) {
    return items.stream()
        .flatMap(i -> i.going().stream())
        .flatMap(l -> l.values().values().stream())
        .flatMap(v -> AttachedFile.of(v).stream())
        .map(AttachedFile::name)
        .distinct()
        .toList();
  }
}
