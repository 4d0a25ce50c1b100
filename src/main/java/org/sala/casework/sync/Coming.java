package org.sala.casework.sync;

import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.sala.carrier.Carrier;
import org.sala.carrier.Listing;

/**
 * Goes through what lies on a carrier for this workspace, each file apart from the others: the
 * small ones first, and last those that did not get on before.
 */
final class Coming {
  private final Apart apart;
  private final Carrier carrier;
  private final Unseen unseen;
  private final Hindered hindered;
  private final Tally tally;

  Coming(Apart apart, Carrier carrier, Unseen unseen, Hindered hindered, Tally tally) {
    this.apart = apart;
    this.carrier = carrier;
    this.unseen = unseen;
    this.hindered = hindered;
    this.tally = tally;
  }

  /** What is done with one that is for this workspace. */
  @FunctionalInterface
  interface Deed {
    void with(Carrier.Waiting what) throws IOException;
  }

  /**
   * @throws Apart.StoppedException when it is not wanted any more
   */
  void each(Listing there, BooleanSupplier stopped, Deed deed) throws IOException {
    unseen.about(there);
    int again = 0;
    for (Carrier.Waiting w : hindered.inTurn(there)) {
      if (stopped.getAsBoolean()) {
        throw new Apart.StoppedException();
      }
      if (!unseen.isNew(w)) {
        hindered.remove(w);
        continue;
      }
      Optional<WhyNot> before = hindered.why(w);
      if (before.isPresent() && ++again > Hindered.AGAIN) {
        tally.stuck(w.name(), before.get());
        continue;
      }
      one(w, deed);
    }
  }

  private void one(Carrier.Waiting w, Deed deed) throws IOException {
    Optional<WhyNot> why;
    try {
      why =
          apart.coming(
              () -> {
                if (unseen.wants(carrier, w)) {
                  deed.with(w);
                }
              });
    } catch (Apart.OverException e) {
      // The line may be gone, or be cut by this one alone: the next round begins elsewhere.
      hindered.add(w, WhyNot.FAILED);
      throw e;
    }
    if (why.isPresent()) {
      hindered.add(w, why.get());
      tally.stuck(w.name(), why.get());
    } else {
      hindered.remove(w);
    }
  }
}
