package org.sala.cli;

import java.time.format.DateTimeFormatter;
import org.sala.domain.Moment;

/** Times as scripts read them: ISO 8601 with an offset, and no name of a zone behind it. */
final class OffsetTime {
  private OffsetTime() {}

  /** Returns a moment by the clock of the place where it was lived. */
  static String of(Moment moment) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.local());
  }
}
