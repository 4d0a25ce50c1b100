package org.sala.parcel;

/** Hears how far long work is, and may stop it. */
public interface Progress {

  /** Told now and then. */
  void done(long bytes, long ofBytes);

  /** Asked now and then; true ends the work, leaving nothing behind. */
  boolean stopped();

  /** Nobody listens and nobody stops. */
  static Progress none() {
    return new Progress() {
      @Override
      public void done(long bytes, long ofBytes) {
        // Nobody listens.
      }

      @Override
      public boolean stopped() {
        return false;
      }
    };
  }
}
