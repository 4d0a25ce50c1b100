package org.sala.practice;

import java.util.List;

/** A script that is not right, with everything that is wrong, each with its line. */
public final class ScriptFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<String> findings;

  ScriptFault(List<String> findings) {
    super(String.join("; ", findings));
    this.findings = List.copyOf(findings);
  }

  /** Returns all that is wrong. */
  public List<String> findings() {
    return findings;
  }
}
