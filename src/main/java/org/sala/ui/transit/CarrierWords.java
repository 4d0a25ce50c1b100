package org.sala.ui.transit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sala.casework.sync.Configured;
import org.sala.casework.sync.Standing;
import org.sala.casework.sync.Tally;
import org.sala.casework.sync.WhyNot;
import org.sala.ui.kit.Badge;
import org.sala.ui.route.Here;

/** Where a carrier stands, in a badge and one line. */
public final class CarrierWords {
  private CarrierWords() {}

  public static Badge badge(Standing s, Here here) {
    Badge.Kind kind =
        switch (s.phase()) {
          case DONE -> s.stuck() + s.waiting() > 0 ? Badge.Kind.WARNING : Badge.Kind.OK;
          case SENDING, FETCHING, TAKING_IN -> Badge.Kind.INFO;
          case STOPPED -> Badge.Kind.DANGER;
          case WAITING, LOOKING, PAUSED -> Badge.Kind.NEUTRAL;
        };
    return new Badge(kind, here.t("carrierPhase." + phase(s)));
  }

  /** Nothing is up to date that waits for somebody. */
  private static String phase(Standing s) {
    if (s.phase() != Standing.Phase.DONE) {
      return s.phase().name();
    }
    return s.waiting() > 0 ? "LOOK" : s.stuck() > 0 ? "STUCK" : s.phase().name();
  }

  /**
   * Bytes, rate and time left while something goes; else what stands in the way, or when it went.
   */
  public static String detail(Standing s, Here here) {
    if (s.of() > 0) {
      return underway(s, here);
    }
    List<String> words = new ArrayList<>();
    boolean stick = s.carrier().kind() == Configured.Kind.FOLDER;
    if (s.waiting() > 0) {
      words.add(here.t("carrier.waiting", s.waiting()));
    }
    if (s.stuck() > 0) {
      words.add(here.t("carrier.stuck", s.stuck()));
      words.addAll(stuck(s.named(), here));
    }
    if (s.stuck() > s.named().size()) {
      words.add(here.t("carrier.stuck.more", s.stuck() - s.named().size()));
    }
    if (s.stuck() == 0 || s.phase() != Standing.Phase.DONE) {
      s.why().ifPresent(w -> words.add(here.t("carrierWhy." + w)));
    }
    if (s.inParts()) {
      words.add(here.t("carrier.parts"));
    }
    if (s.phase() == Standing.Phase.DONE && stick && s.waiting() == 0) {
      words.add(here.t("carrier.out"));
    }
    s.last().ifPresent(at -> words.add(here.t("carrier.last", here.texts().date(at))));
    return words.isEmpty() ? here.t("carrier.never") : String.join(" ", words);
  }

  /**
   * Tells which packages are stuck, why, and what to do next: once where it is the same of several.
   */
  public static List<String> stuck(List<Tally.Item> items, Here here) {
    Map<WhyNot, List<String>> numbers = new LinkedHashMap<>();
    for (Tally.Item i : items) {
      i.why().ifPresent(w -> numbers.computeIfAbsent(w, any -> new ArrayList<>()).add(i.number()));
    }
    List<String> words = new ArrayList<>();
    numbers.forEach(
        (why, all) ->
            words.add(
                here.t(
                    "carrier.stuck.these", String.join(", ", all), here.t("carrierWhy." + why))));
    return words;
  }

  private static String underway(Standing s, Here here) {
    List<String> words = new ArrayList<>();
    words.add(here.t("underway.far", here.texts().size(s.done()), here.texts().size(s.of())));
    if (s.bytesPerSecond() > 0) {
      words.add(here.t("carrier.rate", here.texts().size(s.bytesPerSecond())));
    }
    s.secondsLeft()
        .ifPresent(
            left ->
                words.add(
                    left < 90
                        ? here.t("underway.seconds", left)
                        : here.t("underway.minutes", Math.round(left / 60.0))));
    if (s.carrier().kind() == Configured.Kind.FOLDER) {
      words.add(here.t("carrier.stay"));
    }
    return String.join(" · ", words);
  }
}
