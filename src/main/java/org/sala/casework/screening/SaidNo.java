package org.sala.casework.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Separate;
import org.sala.casework.station.BehindTheDesk;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.OnePerson;
import org.sala.casework.station.Opening;
import org.sala.casework.station.ProtectedPart;
import org.sala.casework.station.Station;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;

/**
 * What a person has said no to that whoever begins a statement, a form or a screening has to know
 * before the first question. It holds nobody up: the person can say otherwise today.
 */
@BehindTheDesk
public final class SaidNo {
  private final Station station;
  private final Consents consents;

  public SaidNo(Station station, Ledger ledger) {
    this.station = station;
    this.consents = new Consents(station, ledger);
  }

  /**
   * What stands, the oldest first. Of interpreters and of the officer at the desk by all records of
   * the same person, where this officer may read what was pointed at; of being asked and of writing
   * it down by this record alone.
   */
  public List<No> of(RecordId person) {
    List<No> all = new ArrayList<>();
    Opening pointed = pointed(person);
    Set<String> interpreters = new LinkedHashSet<>();
    pointed.pointed().stream()
        .filter(p -> p.about() == Opening.About.INTERPRETER)
        .forEach(p -> interpreters.add(p.who()));
    for (String number : interpreters) {
      add(all, pointed, Opening.About.INTERPRETER, number, No.To.INTERPRETER);
    }
    add(all, pointed, Opening.About.OFFICER, station.me().hex(), No.To.OFFICER);
    asked(all, person, Separate.INTERVIEW, No.To.INTERVIEW);
    asked(all, person, Separate.RECORD, No.To.RECORD);
    all.sort(Comparator.comparing(n -> n.at().instant()));
    return all;
  }

  private static void add(
      List<No> all, Opening pointed, Opening.About about, String who, No.To to) {
    pointed
        .lastOf(about, who)
        .filter(p -> p.answer().equals("no"))
        .ifPresent(p -> all.add(new No(to, to == No.To.INTERPRETER ? who : "", p.at())));
  }

  /** All that was pointed at in any screening, as if it were one. */
  private Opening pointed(RecordId person) {
    OnePerson.Group group = new OnePerson(station).group(person);
    ProtectedPart read = new ProtectedPart(station);
    List<Opening.Pointed> all = new ArrayList<>();
    for (RecordId record : group.tooMany() ? Set.of(person) : group.records()) {
      station.view().records().pointingTo(record, "person").stream()
          .filter(r -> r.kind().equals(Kinds.SCREENING.key()))
          .forEach(r -> all.addAll(Opening.of(read.fields(r.id())).pointed()));
    }
    return Opening.pointedAt(all);
  }

  private void asked(List<No> all, RecordId person, Separate which, No.To to) {
    if (consents.refuses(person, which)) {
      consents.standing(person).stream()
          .filter(s -> Separate.of(s).filter(which::equals).isPresent())
          .flatMap(s -> s.at().stream())
          .findFirst()
          .ifPresent((Moment at) -> all.add(new No(to, "", at)));
    }
  }
}
