package org.sala.casework.station;

/** Hears how far long work is, and may stop it. Called on the thread that works. */
public interface Progress {

  /** Told now and then, in bytes or in whatever the work counts. */
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

  /** One of several equal steps of work that is counted as a whole. */
  default Progress step(int number, int of) {
    Progress self = this;
    return new Progress() {
      @Override
      public void done(long bytes, long ofBytes) {
        self.done(ofBytes * number + bytes, ofBytes * of);
      }

      @Override
      public boolean stopped() {
        return self.stopped();
      }
    };
  }

  /** Returns the progress of work that can no longer be ended. */
  default Progress toTheEnd() {
    Progress self = this;
    return new Progress() {
      @Override
      public void done(long bytes, long ofBytes) {
        self.done(bytes, ofBytes);
      }

      @Override
      public boolean stopped() {
        return false;
      }
    };
  }

  /** Returns this progress as the package writer knows it. */
  default org.sala.parcel.Progress inParcel() {
    Progress self = this;
    return new org.sala.parcel.Progress() {
      @Override
      public void done(long bytes, long ofBytes) {
        self.done(bytes, ofBytes);
      }

      @Override
      public boolean stopped() {
        return self.stopped();
      }
    };
  }

  /** Returns this progress as the writer of papers knows it. */
  default org.sala.report.Progress inReport() {
    Progress self = this;
    return new org.sala.report.Progress() {
      @Override
      public void done(int papers, int of) {
        self.done(papers, of);
      }

      @Override
      public boolean stopped() {
        return self.stopped();
      }
    };
  }
}
