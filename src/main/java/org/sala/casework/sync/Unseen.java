package org.sala.casework.sync;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sala.carrier.Carrier;
import org.sala.carrier.Listing;
import org.sala.casework.packages.Packages;
import org.sala.casework.station.Station;

/** Finds the files on one carrier that are for this workspace and were not looked at before. */
final class Unseen {
  /** Enough of a file for the recipients that age names at its beginning. */
  private static final int HEAD = 4096;

  private final Packages packages;
  private final Seen seen;
  private final String carrier;
  private final Set<String> known = new HashSet<>();
  private final String eyes;
  private final LocalDate today;

  /**
   * @param carrier its id
   */
  Unseen(Station station, Packages packages, Seen seen, String carrier) {
    this.packages = packages;
    this.seen = seen;
    this.carrier = carrier;
    this.eyes = eyes(station);
    this.today = today(station);
  }

  /**
   * Looks up what is known of the files of a part: our own packages, and what came and was good.
   */
  void about(Listing there) {
    packages
        .lines()
        .known(there.files().stream().map(Carrier.Waiting::name).toList())
        .forEach(
            (name, all) ->
                all.stream()
                    .filter(k -> !k.refused())
                    .forEach(k -> known.add(name + " " + k.size())));
  }

  /** Returns whether nobody knows a file here, and it was not seen before. */
  boolean isNew(Carrier.Waiting w) {
    return !known.contains(w.name() + " " + w.size()) && !seen.has(carrier, w, eyes, today);
  }

  /** Returns whether a file needs to be looked at: new, and not somebody else's. */
  boolean wants(Carrier from, Carrier.Waiting w) throws IOException {
    if (!isNew(w)) {
      return false;
    }
    boolean ours = packages.isForUs(from.head(w, HEAD));
    if (!ours) {
      // Whoever looks after a store can lie about a file's beginning as well.
      seen.addForWeek(carrier, w, eyes, today);
    }
    return ours;
  }

  /** Remembers that a file need not be brought again. */
  void past(Carrier.Waiting w) {
    seen.add(carrier, w, eyes);
  }

  /** What lies there under this name was something else: tomorrow it may be what it says. */
  void pastForToday(Carrier.Waiting w) {
    seen.addForDay(carrier, w, eyes, today);
  }

  static LocalDate today(Station station) {
    return LocalDate.from(station.now().local());
  }

  /** Remembers it beyond this program, of what still lies there. */
  void keep(Listing there) {
    seen.keep(carrier, there);
  }

  /** What decides whether a file can be read and believed: whose keys, and what is trusted. */
  static String eyes(Station station) {
    List<Object> what = new ArrayList<>();
    what.add(station.keys().compartments().keySet().toString());
    for (String key : List.of("authorities", "issuers", "revoked", "revokedSerials")) {
      what.add(station.state().texts(key));
    }
    what.add(station.state().listing("officers").size());
    what.add(station.view().records().ofKind("partner").toString());
    what.add(station.state().whole("partnerListNumber"));
    // By a clock that is years off nobody's certificate holds; once it is right all is looked at
    // again.
    what.add(YearMonth.from(station.now().local()));
    return Integer.toHexString(what.hashCode());
  }
}
