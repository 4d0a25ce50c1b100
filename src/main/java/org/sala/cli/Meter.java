package org.sala.cli;

import java.io.PrintWriter;
import org.sala.casework.station.Progress;

/** Tells how far long work is, a line for every tenth part of it. */
final class Meter implements Progress {
  private final PrintWriter err;
  private final String what;
  private long told;

  Meter(PrintWriter err, String what) {
    this.err = err;
    this.what = what;
  }

  @Override
  public void done(long bytes, long ofBytes) {
    long tenths = ofBytes <= 0 ? 0 : bytes * 10 / ofBytes;
    if (tenths > told) {
      told = tenths;
      err.println(what + " " + tenths * 10 + " %");
      err.flush();
    }
  }

  @Override
  public boolean stopped() {
    return false;
  }
}
