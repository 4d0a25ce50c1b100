package org.sala.domain;

/**
 * Who may decrypt what about a scope. Protection holds what serves a person's safety (needs,
 * health, safe contacts); everything else is investigation.
 */
public enum Compartment {
  INVESTIGATION("investigation"),
  PROTECTION("protection");

  private final String code;

  Compartment(String code) {
    this.code = code;
  }

  /** The word that stands in revisions and keys. */
  public String code() {
    return code;
  }

  /**
   * Returns the compartment of a word; an unknown one is refused, for nobody could tell who may
   * read it.
   */
  public static Compartment of(String code) {
    for (Compartment c : values()) {
      if (c.code.equals(code)) {
        return c;
      }
    }
    throw new DomainFault(DomainFault.Code.BAD_REVISION, "unknown compartment");
  }
}
