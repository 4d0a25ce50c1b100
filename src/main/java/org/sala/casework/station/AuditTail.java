package org.sala.casework.station;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.sala.domain.AuditEntry;

/**
 * The entries that headquarters has not countersigned, kept from when they were first asked for:
 * each package home brings them, and between two packages there are few. Finding them in the
 * journal means reading all of it.
 */
final class AuditTail {
  private final List<AuditEntry> entries = new ArrayList<>();
  private boolean known;
  private long behind;

  /**
   * The entries behind a number.
   *
   * @param all reads every entry there is, in order
   */
  synchronized List<AuditEntry> behind(long number, Supplier<List<AuditEntry>> all) {
    if (!known || number < behind) {
      entries.clear();
      entries.addAll(all.get());
      known = true;
    }
    behind = number;
    entries.removeIf(e -> e.number() <= number);
    return List.copyOf(entries);
  }

  /** Hears of what was written. */
  synchronized void written(List<AuditEntry> more) {
    if (known) {
      entries.addAll(more);
    }
  }

  /** Nobody can say what the journal has: it is read again. */
  synchronized void forget() {
    known = false;
  }
}
