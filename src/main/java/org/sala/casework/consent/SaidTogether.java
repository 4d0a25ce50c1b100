package org.sala.casework.consent;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the records of one person say together, worked out once for all of them: the noes, which
 * count in each, and what any yes leaves out. Whether an interview may begin is said each time, and
 * is not in it.
 */
final class SaidTogether {
  private final Map<String, Consents.Counted> refusals = new LinkedHashMap<>();
  private final Map<String, Set<String>> without = new HashMap<>();
  private final boolean tooMany;

  /**
   * @param tooMany whether they are more records than anybody has: no word of them is read, and
   *     none lets anything leave until somebody has parted them
   */
  SaidTogether(boolean tooMany) {
    this.tooMany = tooMany;
  }

  boolean areTooMany() {
    return tooMany;
  }

  /** Adds the word of one record on a purpose and recipient; of several noes the first is shown. */
  void add(String key, Consents.Counted word) {
    Consents.Said said = word.said();
    if (said.refuses()) {
      if (Separate.of(said).filter(Separate::eachTime).isEmpty()) {
        refusals.putIfAbsent(key, word);
      }
    } else if (!said.without().isEmpty()) {
      without.computeIfAbsent(key, k -> new HashSet<>()).addAll(said.without());
    }
  }

  /** The noes by purpose and recipient, in the order in which the records were read. */
  Map<String, Consents.Counted> refusals() {
    return refusals;
  }

  /** What counts for a record in which some word stands on a purpose and recipient. */
  Consents.Counted counting(String key, Consents.Counted own) {
    if (tooMany) {
      boolean eachTime = Separate.of(own.said()).filter(Separate::eachTime).isPresent();
      return eachTime ? own : own.disputed();
    }
    Consents.Counted no = refusals.get(key);
    Consents.Counted stands = own.said().refuses() || no == null ? own : no;
    Set<String> more = without.getOrDefault(key, Set.of());
    return more.isEmpty() || !stands.said().mayLet() ? stands : stands.leavingOut(more);
  }
}
