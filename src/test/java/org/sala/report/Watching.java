package org.sala.report;

/** Counts what is done, and stops after so many. */
final class Watching implements Progress {
  static final Progress NOBODY = new Watching(Integer.MAX_VALUE);

  private final int most;
  private int done;

  Watching(int most) {
    this.most = most;
  }

  int done() {
    return done;
  }

  @Override
  public void done(int papers, int of) {
    done = papers;
  }

  @Override
  public boolean stopped() {
    return done >= most;
  }
}
