package org.sala.form;

/** Where an indicator may be asked for. */
public enum AskIn {
  /** In a first screening: the only ones that are shown as questions there. */
  FIRST,
  /** In a later, rested interview. */
  LATER,
  /** Follows from other answers. */
  DERIVED,
  /** Asked in the triage. */
  TRIAGE,
  /** Never asked; volunteered words are kept. */
  NEVER,
  /** Offered, and heard by a specialist only. */
  SPECIALIST,
  /** Seen, not asked. */
  OBSERVE
}
