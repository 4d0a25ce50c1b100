package org.sala.ui.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.sala.domain.DateReader;
import org.sala.domain.PartialDate;

/** A birth date as it was typed, and what it was taken for, in both eras. */
public final class BirthWords {
  /** A year of the rat. */
  private static final int RAT = 1996;

  private BirthWords() {}

  public static String of(PartialDate date, Texts texts) {
    String meant = meant(date, texts);
    // A year that was typed and is shown with the other era's would stand there twice.
    return date.typed().isBlank()
            || meant.equals(date.typed())
            || meant.startsWith(date.typed() + " (")
        ? meant
        : date.typed() + " · " + meant;
  }

  private static String meant(PartialDate date, Texts texts) {
    LocalDate from = date.earliest();
    LocalDate to = date.latest();
    return switch (date.precision()) {
      case DAY -> texts.bothEras(texts.day(from), from.getYear());
      case MONTH -> texts.bothEras(texts.month(from), from.getYear());
      case YEAR -> texts.bothEras(texts.year(from.getYear()), from.getYear());
      case BETWEEN -> texts.t("birth.between", texts.day(from), texts.day(to));
      case ABOUT -> texts.t("birth.about", texts.year(from.getYear()), texts.year(to.getYear()));
      case ANIMAL_YEAR -> animal(from.getYear(), to.getYear(), texts);
      case UNKNOWN -> texts.t("birth.unread");
    };
  }

  /** The animal with every year that it may have been: the officer sees which one fits. */
  private static String animal(int oldest, int latest, Texts texts) {
    List<String> years = new ArrayList<>();
    for (int year = oldest; year < latest; year += DateReader.ANIMALS.size()) {
      years.addFirst(texts.year(year));
    }
    String animal = DateReader.ANIMALS.get(Math.floorMod(oldest - RAT, DateReader.ANIMALS.size()));
    return texts.t("birth.animal", texts.code("animal", animal), String.join(", ", years));
  }
}
