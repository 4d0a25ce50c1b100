package org.sala.domain;

import java.math.BigDecimal;

/** Words in one language by their keys; whoever shows or prints has them handed in. */
public interface Words {
  /** ISO 639-1. */
  String language();

  /** The words of a key with its places filled in. */
  String t(String key, Object... values);

  /** The words of a stored code, or the code itself where a newer station wrote an unknown one. */
  String code(String family, String code);

  /** Day and time as the language writes them. */
  String date(Moment moment);

  /**
   * Returns day and time of an instant in milliseconds of the epoch, where the clocks on the wall
   * are read.
   */
  String date(long millis);

  /**
   * Returns a number as the language writes it, with every digit. Its thousands stand apart from
   * five digits on: four may be a year.
   */
  String amount(BigDecimal number);

  /** A day as well as it is known, with what was typed. */
  String day(PartialDate day);
}
