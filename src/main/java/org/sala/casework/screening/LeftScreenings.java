package org.sala.casework.screening;

import java.time.Duration;
import org.sala.casework.station.Act;
import org.sala.casework.station.AuditTrail;
import org.sala.casework.station.Begun;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Station;
import org.sala.domain.Compartment;

/**
 * Screenings that nobody has gone on with for a day. Some are never closed, and what was said in
 * them of officials would reach nobody: it is sealed for the integrity recipient as it stands. It
 * leaves, like every envelope, only with the person's yes; closing one later makes another.
 */
public final class LeftScreenings {
  /** Whoever wanted to go on with it would have. */
  private static final Duration LEFT = Duration.ofHours(24);

  private final Station station;
  private final Ledger ledger;
  private final Screenings screenings;
  private final Envelopes envelopes;

  public LeftScreenings(Station station, Ledger ledger, Screenings screenings, AuditTrail audit) {
    this.station = station;
    this.ledger = ledger;
    this.screenings = screenings;
    this.envelopes = new Envelopes(station, new Catalogues(station, audit));
  }

  /**
   * Makes the envelopes that are missing; doing it again does nothing.
   *
   * @return how many that made
   */
  public int seal() {
    if (!station.mayOpen(Compartment.PROTECTION) || !envelopes.anybody()) {
      return 0;
    }
    long before = station.now().instant().minus(LEFT).toEpochMilli();
    Act act = new Act();
    for (Screenings.Line line : screenings.unfinished()) {
      if (line.changedMillis() <= before && begunHere(line) && !envelopes.holds(line)) {
        ScreeningPage page = screenings.page(line.id());
        if (page.catalogue().isPresent() && !page.keptBack()) {
          envelopes.into(act, page, false);
        }
      }
    }
    if (!act.parts().isEmpty()) {
      ledger.write(act);
    }
    return act.parts().size();
  }

  private boolean begunHere(Screenings.Line line) {
    return Begun.at(station, line.id()).filter(station.identity().station()::equals).isPresent();
  }
}
