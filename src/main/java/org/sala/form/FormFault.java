package org.sala.form;

import java.util.List;

/** A form, a catalogue or answers that are not what they must be. */
public final class FormFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong, as a stable word. */
  public enum Code {
    /** Not well-formed, too big, too deep, or with a document type. */
    NOT_A_FORM,
    /** The form asks for something that Sala does not run. */
    NOT_SUPPORTED,
    /** A path, code, value or age group that the form or catalogue does not know. */
    UNKNOWN_WORD,
    /** The catalogue contradicts itself. */
    BAD_CATALOGUE
  }

  private final Code code;

  private final transient List<String> findings;

  /**
   * @param detail the place or the word of the form that is meant; never what a person said
   */
  public FormFault(Code code, String detail) {
    this(code, List.of(detail));
  }

  /**
   * @param findings everything that is wrong, each with its place
   */
  public FormFault(Code code, List<String> findings) {
    super(code + ": " + String.join("; ", findings));
    this.code = code;
    this.findings = List.copyOf(findings);
  }

  /** What is wrong, one by one, each with its place. */
  public List<String> findings() {
    return findings;
  }

  public Code code() {
    return code;
  }
}
