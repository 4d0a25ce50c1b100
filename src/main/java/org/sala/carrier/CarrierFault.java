package org.sala.carrier;

import java.io.IOException;

/** Why a carrier could not do it; the code tells what to do next, never a name or a key. */
public final class CarrierFault extends IOException {
  private static final long serialVersionUID = 1L;

  /** What stands in the way. */
  public enum Why {
    /** The stick is not in, the share or the store does not answer. */
    AWAY,
    /** Another stick lies where this one is expected. */
    OTHER_STICK,
    /** There is no room for the file on the carrier. */
    FULL,
    /** The carrier takes no file of that size, however much room there is. */
    TOO_LARGE,
    /** Key, secret or rights are not what the store wants. */
    DENIED,
    /** The proxy asks for a user and a password, or does not accept those that it gets. */
    PROXY,
    /** The store's certificate is not one that is trusted here. */
    UNTRUSTED,
    /** Something else lies under that name, and nothing is overwritten. */
    TAKEN,
    /** What arrived is not what was sent, and going on makes no sense. */
    SPOILED,
    /** The store answers, and says no. */
    REFUSED,
    /** The disk of this machine does not take what arrives. */
    HERE
  }

  private final Why why;

  public CarrierFault(Why why) {
    super(why.name());
    this.why = why;
  }

  public CarrierFault(Why why, Throwable cause) {
    super(why.name(), cause);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
