package org.sala.ui.work;

/** Hears on the FX thread of a question that got no answer. */
public interface Unread {
  /** What would have been shown by the answer. */
  enum Whose {
    /** A page, of which nothing was ever read. */
    PAGE,
    /** What stands around every page and is read without anybody asking for it. */
    AROUND,
    /** A part of a page, or what somebody asked for. */
    OTHER
  }

  /**
   * Tells of a question that got no answer.
   *
   * @return whether it is told in a place of its own, and needs no window for faults
   */
  boolean told(Exception fault, Whose whose);
}
