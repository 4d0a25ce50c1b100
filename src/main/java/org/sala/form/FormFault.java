package org.sala.form;

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

  /**
   * @param detail the place or the word of the form that is meant; never what a person said
   */
  public FormFault(Code code, String detail) {
    super(code + ": " + detail);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
