package org.sala.casework.consent;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Station;
import org.sala.casework.station.Supervision;
import org.sala.domain.Fingerprint;
import org.sala.domain.RecordId;
import org.sala.domain.StationId;
import org.sala.merge.FieldState;
import org.sala.store.ConsentRows;

/**
 * Whether a supervisor has signed for what was decided without a yes. That a record says so is not
 * enough: whoever wrote it there has to be one, and somebody else than who decided.
 */
@BehindTheDesk
public final class SignedFor {
  private final Station station;
  private final Supervision supervision;

  public SignedFor(Station station) {
    this.station = station;
    this.supervision = new Supervision(station);
  }

  /** Whether it was signed for, by all that its record says. */
  boolean is(RecordId consent, Map<String, FieldState> f) {
    if (!f.containsKey("toldAt")) {
      return false;
    }
    Hands hands = new Hands(station, consent);
    return hands.each(f.get("toldAt"), r -> new ConsentRows.Hand(r.author(), r.station())).stream()
        .anyMatch(
            signed ->
                counts(
                    hands.each(
                        f.get("purpose"), r -> new ConsentRows.Hand(r.author(), r.station())),
                    signed));
  }

  /** Returns the consents of which somebody was told, but not by a word of a supervisor. */
  public List<ConsentRows.Row> unsigned(List<String> answers) {
    return station.view().consents().told(answers).stream()
        .filter(t -> t.signed().stream().noneMatch(s -> counts(t.decided(), s)))
        .map(ConsentRows.Told::row)
        .toList();
  }

  private boolean counts(Collection<ConsentRows.Hand> decided, ConsentRows.Hand signed) {
    Set<Fingerprint> deciders =
        decided.stream().map(ConsentRows.Hand::officer).collect(Collectors.toSet());
    return !deciders.contains(signed.officer())
        && (supervision.isKnownFor(signed.officer()) || speaks(decided, signed.station()));
  }

  /**
   * Whether another station's word is enough, whose supervisors are not known here: headquarters',
   * and of what a station decided its own. It answers for that itself, and headquarters looks.
   */
  private boolean speaks(Collection<ConsentRows.Hand> decided, StationId by) {
    boolean headquarters = station.state().flag("isHeadquarters");
    return !headquarters
        && !by.equals(station.identity().station())
        && (station.state().text("headquarters").filter(by.toString()::equals).isPresent()
            || !decided.isEmpty() && decided.stream().allMatch(d -> d.station().equals(by)));
  }
}
