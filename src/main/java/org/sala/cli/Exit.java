package org.sala.cli;

/** Exit codes of the commands, as the README lists them. */
public final class Exit {
  public static final int OK = 0;

  /** A package is not genuine, an import was refused, a chain is not whole. */
  public static final int REFUSED = 1;

  /** The words of the call are off. */
  public static final int USAGE = 2;

  /** Everything but the pictures was done: the font libraries are missing. */
  public static final int NO_FONTS = 3;

  /** The work could not be done: disk, lock, damage. */
  public static final int FAILED = 4;

  /** Handle or passphrase are wrong. */
  public static final int WRONG_PASSPHRASE = 5;

  /** The exit code where there is no display for the desktop. */
  public static final int NO_DISPLAY = 6;

  private Exit() {}
}
