package org.sala.ui.text;

import org.sala.casework.FaultSeen;

/** What an officer is told of a fault: what happened, and what to do next; never a name. */
public final class FaultWords {
  private FaultWords() {}

  public static String of(Exception e, Texts texts) {
    return FaultSeen.in(e)
        .map(f -> texts.t("fault." + f.code(), f.number()))
        .orElseGet(() -> texts.t("fault.other", e.getClass().getSimpleName()));
  }
}
