package org.sala.casework.station;

/** The version of Sala that runs. */
public final class Version {
  /** As the build calls it. */
  public static final String NUMBER = "0.1.0";

  private Version() {}
}
