package org.sala.casework.sync;

import java.io.IOException;
import java.util.Optional;
import org.sala.carrier.Carrier;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.FaultLog;

/**
 * Does something with one package of many, and keeps what goes wrong with it from the others. Only
 * a carrier that is not there any more, or that nobody can reach, ends a round.
 */
final class Apart {
  private final Carrier carrier;
  private final FaultLog faults;

  Apart(Carrier carrier, FaultLog faults) {
    this.carrier = carrier;
    this.faults = faults;
  }

  /** What is done with one package. */
  @FunctionalInterface
  interface Deed {
    void begin() throws IOException;
  }

  /** The next package would fare the same. */
  static final class OverException extends IOException {
    private static final long serialVersionUID = 1L;
    private final WhyNot why;

    OverException(WhyNot why) {
      super(why.name());
      this.why = why;
    }

    WhyNot why() {
      return why;
    }
  }

  /** Somebody has stopped it: that is no fault of a package. */
  static final class StoppedException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Why a package does not leave; empty when it did. */
  Optional<WhyNot> sending(Deed deed) throws OverException, StoppedException {
    return alone(deed);
  }

  /** Why a package does not come; empty when it did. */
  Optional<WhyNot> coming(Deed deed) throws OverException, StoppedException {
    // The list was given: what is not given is this one.
    return alone(deed).map(w -> w == WhyNot.DENIED || w == WhyNot.REFUSED ? WhyNot.WITHHELD : w);
  }

  private Optional<WhyNot> alone(Deed deed) throws OverException, StoppedException {
    try {
      deed.begin();
      return Optional.empty();
    } catch (StoppedException e) {
      throw e;
    } catch (CaseworkFault e) {
      if (e.code() == CaseworkFault.Code.STOPPED) {
        throw new StoppedException();
      }
      return Optional.of(WhyNot.of(e));
    } catch (IOException e) {
      return Optional.of(ofCarrier(WhyNot.of(e)));
    } catch (RuntimeException | Error e) {
      // What a file from outside does to whoever reads it is not done to the next one.
      faults.note(e);
      return Optional.of(WhyNot.FAILED);
    }
  }

  /** A store may be out of order for one object alone. */
  private WhyNot ofCarrier(WhyNot why) throws OverException {
    if (why == WhyNot.AWAY) {
      try {
        carrier.reach();
        return WhyNot.FAILED;
      } catch (IOException e) {
        throw new OverException(WhyNot.of(e));
      }
    }
    if (why.endsRound()) {
      throw new OverException(why);
    }
    return why;
  }
}
