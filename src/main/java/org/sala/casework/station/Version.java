package org.sala.casework.station;

/** The version of Sala that runs. */
public final class Version {
  /** The version's number, as the build calls it. */
  public static final String NUMBER = "0.1.0";

  private Version() {}
}
