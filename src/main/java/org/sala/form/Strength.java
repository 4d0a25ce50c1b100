package org.sala.form;

/** How much one indicator weighs in its dimension, the strongest first. */
public enum Strength {
  STRONG,
  MEDIUM,
  WEAK,
  /** Recorded and shown, never counted. */
  NOT_SCORED
}
