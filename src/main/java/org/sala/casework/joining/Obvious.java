package org.sala.casework.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sala.casework.station.CaseworkFault;
import org.sala.domain.Compartment;
import org.sala.domain.Field;
import org.sala.domain.Join;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;

/**
 * Disagreements that are none: values that differ only in how they are written, or of which one
 * holds all that the others say. Headquarters may decide several of them at once, each seen before,
 * none chosen beforehand. What protects somebody is never among them, nor a protected field, nor a
 * longer text.
 */
public final class Obvious {
  /** How many are shown in one go: what is decided is gone, and the next ones come up. */
  private static final int MOST = 300;

  private final Disagreements disagreements;

  public Obvious(Disagreements disagreements) {
    this.disagreements = disagreements;
  }

  /** Why nobody has to think about a disagreement. */
  public enum Why {
    /** Letters, marks, spaces, capitals or normal form alone differ. */
    WRITTEN,
    /** One holds everything that the others say, and more. */
    MORE_EXACT,
    /** All versions are the same instant, by clocks of two zones. */
    SAME_INSTANT
  }

  /**
   * One field that could be decided together with others.
   *
   * @param taken the version that would be kept
   */
  public record Proposal(
      RecordId record,
      String kind,
      String number,
      Disagreement.Point point,
      RevisionId taken,
      Why why) {
    @Override
    public String toString() {
      return "Proposal[" + point.key() + " " + why + "]";
    }
  }

  /**
   * The first 300, those of the record that was changed last first, however many that are not
   * obvious stand between them. Reads the versions of every open record until then.
   */
  public List<Proposal> proposals() {
    return proposals(MOST);
  }

  List<Proposal> proposals(int most) {
    List<Proposal> all = new ArrayList<>();
    for (RecordId record : disagreements.open()) {
      if (all.size() >= most) {
        break;
      }
      disagreements.of(record).ifPresent(d -> proposals(d, all));
    }
    return all;
  }

  private static void proposals(Disagreement d, List<Proposal> to) {
    for (Disagreement.Point p : d.points()) {
      taken(d.kind(), p)
          .ifPresent(
              t ->
                  to.add(
                      new Proposal(
                          d.record(),
                          d.kind(),
                          d.number(),
                          p,
                          p.voices().get(t.at()).version(),
                          Why.valueOf(t.why().name()))));
    }
  }

  private static Optional<Plainly.Taken> taken(String kind, Disagreement.Point p) {
    Optional<Field> field =
        Kinds.find(kind)
            .filter(k -> !k.equals(Kinds.STATEMENT))
            .flatMap(k -> k.field(p.key()))
            .filter(f -> f.join() == Join.SINGLE || f.join() == Join.SET);
    boolean may =
        !p.byTwo()
            && p.compartment() == Compartment.INVESTIGATION
            && field.filter(f -> f.compartment() == Compartment.INVESTIGATION).isPresent();
    return may
        ? Plainly.of(
            field.orElseThrow().type(), p.voices().stream().map(Disagreement.Voice::value).toList())
        : Optional.empty();
  }

  /**
   * Decides the proposals that were chosen, for one reason. Whatever was changed since it was shown
   * is left as it is.
   *
   * @return how many fields were decided
   */
  public int decide(List<Proposal> chosen, String reason) {
    Map<RecordId, List<Proposal>> byRecord = new LinkedHashMap<>();
    chosen.forEach(p -> byRecord.computeIfAbsent(p.record(), any -> new ArrayList<>()).add(p));
    int decided = 0;
    for (Map.Entry<RecordId, List<Proposal>> e : byRecord.entrySet()) {
      List<Proposal> now = new ArrayList<>();
      disagreements.of(e.getKey()).ifPresent(d -> proposals(d, now));
      Map<String, Choice> choices = new LinkedHashMap<>();
      for (Proposal p : e.getValue()) {
        if (now.contains(p)) {
          choices.put(p.point().key(), new Choice.Keep(p.taken()));
        }
      }
      if (!choices.isEmpty()) {
        decided += decide(e.getKey(), choices, reason);
      }
    }
    return decided;
  }

  private int decide(RecordId record, Map<String, Choice> choices, String reason) {
    try {
      disagreements.decide(record, choices, reason);
      return choices.size();
    } catch (CaseworkFault changed) {
      if (changed.code() == CaseworkFault.Code.CHANGED_SINCE
          || changed.code() == CaseworkFault.Code.PROTECTS) {
        // Somebody wrote to it in this moment: it is looked at again by hand.
        return 0;
      }
      throw changed;
    }
  }
}
