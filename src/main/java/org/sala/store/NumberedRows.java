package org.sala.store;

import java.util.List;

/** A list whose records have running numbers. */
public interface NumberedRows {
  /** The highest behind a beginning; 0 where there is none. */
  long highestNumber(String start);

  /** Returns all numbers behind a beginning; what begins so and is no number is a 0. */
  List<Long> numbers(String start);
}
