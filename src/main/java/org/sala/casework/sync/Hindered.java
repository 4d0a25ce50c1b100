package org.sala.casework.sync;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.carrier.Carrier;
import org.sala.carrier.Listing;

/**
 * Files on one carrier that did not get on, and why, while the program runs. Whoever can put
 * something onto a carrier can put as many there as he likes that sort before all others: so they
 * wait behind those that nobody has tried.
 */
final class Hindered {
  /** How many hindered files are tried again in a round; the next round has the next ones. */
  static final int AGAIN = 20;

  private final Map<Carrier.Waiting, WhyNot> these = new LinkedHashMap<>();

  /** The small ones first, then those that did not get on, longest ago first. */
  synchronized List<Carrier.Waiting> inTurn(Listing there) {
    Set<Carrier.Waiting> all = Set.copyOf(there.files());
    these.keySet().removeIf(w -> there.covers(w.name()) && !all.contains(w));
    List<Carrier.Waiting> turn = new ArrayList<>(there.files());
    turn.removeAll(these.keySet());
    turn.sort(Comparator.comparingLong(Carrier.Waiting::size).thenComparing(Carrier.Waiting::name));
    these.keySet().stream().filter(all::contains).forEach(turn::add);
    return turn;
  }

  /** Returns why a file did not get on before; empty where it was never tried. */
  synchronized Optional<WhyNot> why(Carrier.Waiting what) {
    return Optional.ofNullable(these.get(what));
  }

  /** Puts a file behind all others that wait. */
  synchronized void add(Carrier.Waiting what, WhyNot why) {
    these.remove(what);
    these.put(what, why);
  }

  synchronized void remove(Carrier.Waiting what) {
    these.remove(what);
  }
}
