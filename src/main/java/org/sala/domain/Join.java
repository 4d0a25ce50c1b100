package org.sala.domain;

/** How two versions of a field come together when neither knew of the other. */
public enum Join {
  /** One value; two different ones are a disagreement. */
  SINGLE,
  /** A family of elements {@code key/<element id>}; each joins by itself. */
  SET,
  /** Free text: never merged, two different ones are a disagreement. */
  TEXT,
  /** Written once; nothing may follow. */
  CLOSED
}
