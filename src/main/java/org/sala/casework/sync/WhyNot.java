package org.sala.casework.sync;

import java.io.IOException;
import org.sala.carrier.CarrierFault;
import org.sala.casework.station.CaseworkFault;

/** Why a carrier, or a package on it, does not get on. */
public enum WhyNot {
  /** Not in, or no line to it: nothing is wrong, it is looked for again. */
  AWAY,
  /** Another stick lies where this one is expected. */
  OTHER_STICK,
  /** No room on the carrier. */
  FULL,
  /** The carrier takes no file of that size, however much room there is. */
  TOO_LARGE,
  /** The store does not accept the key. */
  DENIED,
  /** The proxy on the way asks for a user and a password, or does not accept them. */
  PROXY,
  /** The store's certificate comes from nobody who is trusted. */
  UNTRUSTED,
  /** Something else lies under the package's name, and nothing is overwritten. */
  TAKEN,
  /** What arrives there or here is not what was sent. */
  SPOILED,
  /** The store says no. */
  REFUSED,
  /** The store lists it and does not give it out. */
  WITHHELD,
  /** This laptop's disk is full or fails. */
  HERE,
  /** The file needs more room than is left here; a smaller one may have enough. */
  LARGE,
  /** Somebody in it has taken the yes back, or fears its recipient's country. */
  WITHDRAWN,
  /** Everybody of the station that it is for was taken back. */
  GONE,
  /** This login does not see everything on the server: importers carry. */
  NOT_ALL_SEEN,
  /** The lists on the server are made anew after a crash: it goes on when they are. */
  MADE_ANEW,
  /** The round could not be done; trying again may help. */
  FAILED;

  /** What to say of a fault of a carrier. */
  public static WhyNot of(IOException e) {
    return switch (e) {
      case CarrierFault f -> valueOf(f.why().name());
      case Apart.OverException o -> o.why();
      default -> FAILED;
    };
  }

  static WhyNot of(CaseworkFault e) {
    return switch (e.code()) {
      case NO_SPACE -> LARGE;
      case DISK_FULL, READ_ONLY -> HERE;
      case CONSENT_WITHDRAWN, FEAR_OF_RECIPIENT -> WITHDRAWN;
      case PEER_GONE -> GONE;
      case NOT_ALL_SEEN -> NOT_ALL_SEEN;
      case MADE_ANEW -> MADE_ANEW;
      default -> FAILED;
    };
  }

  /**
   * Whether the way to the carrier is the reason, whatever was asked of it: the next package would
   * fare the same. What a store says of one object it need not say of the next.
   */
  boolean endsRound() {
    return switch (this) {
      case AWAY, OTHER_STICK, PROXY, UNTRUSTED, NOT_ALL_SEEN, MADE_ANEW -> true;
      case DENIED, REFUSED, WITHHELD, FULL, TOO_LARGE, HERE, LARGE -> false;
      case TAKEN, SPOILED, WITHDRAWN, GONE, FAILED -> false;
    };
  }
}
