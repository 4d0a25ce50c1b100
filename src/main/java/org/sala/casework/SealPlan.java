package org.sala.casework;

import java.util.List;
import java.util.Set;
import org.sala.domain.ChangeId;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;

/**
 * What would leave, in numbers that the confirmation puts into words.
 *
 * @param changes in the order of the journal
 * @param withheld revisions that stay: their ids alone travel
 * @param withConsent people whose protected part leaves with their yes or a recorded reason
 * @param withoutConsent people of whom only the investigation part leaves
 * @param keptBack people whose protected part stays here
 * @param about the cases that it is about
 * @param needed bytes that sealing needs at most
 * @param free bytes that are free
 */
public record SealPlan(
    List<ChangeId> changes,
    Set<RevisionId> withheld,
    int people,
    int cases,
    int statements,
    List<RecordId> withConsent,
    List<RecordId> withoutConsent,
    List<RecordId> keptBack,
    List<RecordId> about,
    boolean protection,
    String recipient,
    long needed,
    long free) {
  public SealPlan {
    changes = List.copyOf(changes);
    withheld = Set.copyOf(withheld);
    withConsent = List.copyOf(withConsent);
    withoutConsent = List.copyOf(withoutConsent);
    keptBack = List.copyOf(keptBack);
    about = List.copyOf(about);
  }

  public boolean empty() {
    return changes.isEmpty();
  }

  public boolean fits() {
    return needed < free;
  }
}
