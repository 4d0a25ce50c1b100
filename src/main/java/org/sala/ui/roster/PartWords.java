package org.sala.ui.roster;

import java.util.ArrayList;
import java.util.List;
import org.sala.casework.people.Involvements;
import org.sala.ui.text.FieldWords;
import org.sala.ui.text.Texts;

/** A part in a case as people read it. */
public final class PartWords {
  private PartWords() {}

  /** Returns both axes and the role, with all values where versions differ. */
  public static String account(Involvements.Part part, Texts texts) {
    List<String> words = new ArrayList<>();
    for (String axis : List.of("forced", "defrauded")) {
      if (part.fields().containsKey(axis)) {
        words.add(FieldWords.value(part.fields().get(axis), texts));
      }
    }
    if (part.fields().containsKey("role")) {
      String role = FieldWords.value(part.fields().get("role"), texts);
      words.add(
          part.fields().containsKey("roleGrade")
              ? role + " (" + FieldWords.value(part.fields().get("roleGrade"), texts) + ")"
              : role);
    }
    return words.isEmpty() ? texts.t("people.notasked") : String.join(" · ", words);
  }

  /** Returns from when to when, and what was lost, as said; empty where nothing of it is known. */
  public static String around(Involvements.Part part, Texts texts) {
    List<String> words = new ArrayList<>();
    if (part.fields().containsKey("began") || part.fields().containsKey("ended")) {
      words.add((shown(part, "began", texts) + " – " + shown(part, "ended", texts)).strip());
    }
    if (part.fields().containsKey("loss")) {
      words.add(texts.t("part.lost", shown(part, "loss", texts)));
    }
    return String.join(" · ", words);
  }

  private static String shown(Involvements.Part part, String key, Texts texts) {
    return part.fields().containsKey(key) ? FieldWords.value(part.fields().get(key), texts) : "";
  }

  /** What is said of a person in one case: every part that still holds, else the last one. */
  public static String account(List<Involvements.Part> parts, Texts texts) {
    if (parts.isEmpty()) {
      return texts.t("people.notasked");
    }
    List<Involvements.Part> now = parts.stream().filter(p -> !p.over()).toList();
    return account(now.isEmpty() ? parts.getLast() : now.getLast(), texts);
  }
}
