package org.sala.casework.station;

/** Which Sala this is. */
public final class Version {
  /** As the build calls it. */
  public static final String NUMBER = "0.1.0";

  private Version() {}
}
