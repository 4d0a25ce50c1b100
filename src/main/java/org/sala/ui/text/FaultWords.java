package org.sala.ui.text;

import java.util.Optional;
import org.sala.casework.FaultSeen;

/** What an officer is told of a fault: what happened, and what to do next; never a name. */
public final class FaultWords {
  private FaultWords() {}

  /**
   * Words for a fault of any kind.
   *
   * @param code by which it is found in the log; empty where it is not there
   */
  public static String of(Exception e, Optional<String> code, Texts texts) {
    return FaultSeen.in(e)
        .map(f -> texts.t("fault." + f.code(), f.number()) + coded(code, texts))
        .orElseGet(() -> unexpected(code.orElse("?"), texts));
  }

  /** Returns words for a fault that nobody expected. */
  public static String unexpected(String code, Texts texts) {
    return texts.t("fault.other", code);
  }

  private static String coded(Optional<String> code, Texts texts) {
    return code.map(c -> " " + texts.t("fault.code", c)).orElse("");
  }
}
