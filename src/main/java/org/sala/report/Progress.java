package org.sala.report;

/** Hears how far papers are, and may stop them. */
public interface Progress {
  void done(int papers, int of);

  /** Asked between two papers. */
  boolean stopped();
}
