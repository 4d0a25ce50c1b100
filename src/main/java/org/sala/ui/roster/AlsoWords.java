package org.sala.ui.roster;

import java.util.List;
import java.util.stream.Collectors;
import org.sala.casework.people.Also;
import org.sala.ui.text.Texts;

/** Other records of the same person, in words. */
public final class AlsoWords {
  private AlsoWords() {}

  /** Returns the numbers of other records, for a list. */
  static String numbers(List<Also> also, Texts texts) {
    return also.stream()
        .map(a -> texts.t("same.also.short", number(a, texts)))
        .collect(Collectors.joining(" "));
  }

  /** Returns one other record in full, with the station that wrote it. */
  public static String full(Also also, Texts texts) {
    String station =
        also.here()
            ? texts.t("same.here")
            : also.station().isEmpty() ? texts.t("same.elsewhere") : also.station();
    return texts.t("same.also", number(also, texts), station);
  }

  private static String number(Also also, Texts texts) {
    return also.number().isEmpty() ? texts.t("people.unnamed") : also.number();
  }
}
