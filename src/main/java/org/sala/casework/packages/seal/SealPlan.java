package org.sala.casework.packages.seal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sala.domain.AttachedFile;
import org.sala.domain.ChangeId;
import org.sala.domain.Compartment;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.domain.ScopeId;

/**
 * What would leave, in numbers that the confirmation puts into words.
 *
 * @param changes the own ones in the order of the journal, then those that are passed on
 * @param withheld revisions that stay: their ids alone travel
 * @param withConsent people whose protected part leaves with their yes or a recorded reason
 * @param withoutConsent people of whom only the investigation part leaves
 * @param keptBack people whose protected part stays here
 * @param feared people of whom nothing goes, since they fear the recipient's country
 * @param apart whether it is meant to go without them; otherwise they stop it
 * @param records how many records of each kind something leaves of, by the kind's key
 * @param about the cases that it is about
 * @param files what the leaving revisions name, each content once
 * @param needed bytes that sealing needs at most
 * @param free bytes that are free
 * @param consentFor the purpose that the yes of those people is for
 * @param items what people's yes leaves out, as far as something of it would have gone
 * @param passedOn how many of the changes another station wrote
 * @param asks whether headquarters is asked with it for what this laptop lost before its backup was
 *     restored: that goes though nothing is new
 * @param unfit how many changes stay for good, since every station refuses a package that holds one
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
    List<RecordId> feared,
    boolean apart,
    Map<String, Integer> records,
    List<RecordId> about,
    List<Enclosed> files,
    boolean protection,
    String recipient,
    long needed,
    long free,
    String consentFor,
    Map<RecordId, Set<String>> items,
    int passedOn,
    boolean asks,
    int unfit) {
  public SealPlan {
    items = Map.copyOf(items);
    records = Map.copyOf(records);
    changes = List.copyOf(changes);
    withheld = Set.copyOf(withheld);
    withConsent = List.copyOf(withConsent);
    withoutConsent = List.copyOf(withoutConsent);
    keptBack = List.copyOf(keptBack);
    feared = List.copyOf(feared);
    about = List.copyOf(about);
    files = List.copyOf(files);
  }

  /**
   * A file that goes along.
   *
   * @param record one of the records that name it
   */
  public record Enclosed(
      ScopeId scope, Compartment compartment, AttachedFile file, RecordId record) {}

  /** What headquarters sends back to a station: of its own records, so nobody is counted. */
  public static SealPlan back(
      List<ChangeId> changes,
      Set<RevisionId> withheld,
      List<Enclosed> files,
      boolean protection,
      long bytes,
      long free) {
    return new SealPlan(
        changes,
        withheld,
        0,
        0,
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        false,
        Map.of(),
        List.of(),
        files,
        protection,
        "",
        bytes * 2 + (1 << 20),
        free,
        Sealing.INVESTIGATION_PURPOSE,
        Map.of(),
        0,
        false,
        0);
  }

  /**
   * Returns this plan with the word that it goes without some people, since they fear the
   * recipient's country; what is about them is among what it withholds.
   */
  public SealPlan without(Collection<RecordId> people) {
    return as(changes, List.copyOf(people), true, needed);
  }

  /** Returns this plan without the people who fear the recipient's country. */
  public SealPlan goingApart() {
    return as(changes, feared, true, needed);
  }

  /** Returns this plan to be sealed so many times: each station gets a package of its own. */
  SealPlan times(int packages) {
    return as(changes, feared, apart, needed * Math.max(1, packages));
  }

  /** Returns this plan with one more change. */
  SealPlan with(ChangeId more) {
    List<ChangeId> all = new ArrayList<>(changes);
    all.add(more);
    return as(all, feared, apart, needed);
  }

  private SealPlan as(
      List<ChangeId> leaving, List<RecordId> afraid, boolean withoutThem, long bytes) {
    return new SealPlan(
        leaving,
        withheld,
        people,
        cases,
        statements,
        withConsent,
        withoutConsent,
        keptBack,
        afraid,
        withoutThem,
        records,
        about,
        files,
        protection,
        recipient,
        bytes,
        free,
        consentFor,
        items,
        passedOn,
        asks,
        unfit);
  }

  /** Returns whether nothing would leave and nothing is asked. */
  public boolean empty() {
    return changes.isEmpty() && !asks;
  }

  /** Returns whether sealing has room on this disk. */
  public boolean fits() {
    return needed < free;
  }
}
