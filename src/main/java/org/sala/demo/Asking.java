package org.sala.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sala.casework.Desk;
import org.sala.casework.joining.Question;
import org.sala.casework.packages.receipt.DecisionDelivery;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.Importing;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Progress;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/**
 * Headquarters asks the station that wrote one of two versions; the station answers one question,
 * and the other waits. A title that was written twice differs only in its letters.
 */
final class Asking {
  private final Desk hq;
  private final Desk station;
  private final Path stick;

  Asking(Desk hq, Desk station, Path stick) {
    this.hq = hq;
    this.station = station;
    this.stick = stick;
  }

  /** What went wrong, if anything did. */
  Optional<String> play() {
    RecordId person = hq.disagreements().open().getFirst();
    ask(person, "Who heard the second age, and through whom?");
    for (DecisionDelivery.Owed owed : hq.decisions().owed()) {
      Optional<RecordId> sealed = hq.decisions().seal(owed.station(), Progress.none());
      sealed.map(s -> hq.packages().carry(s, stick)).ifPresent(station.packages()::take);
    }
    List<Question> here = station.questions().waitingHere();
    if (here.isEmpty()) {
      return Optional.of("a question stands at the station");
    }
    station.questions().answer(here.getFirst().id(), "Heard through IN-04, said twice", false);
    Cases.CaseLine line = station.cases().list("", "changed", true, 0, 1).getFirst();
    hq.cases()
        .edit(line.id(), Map.of("title", Value.text(line.title().toUpperCase(Locale.ROOT))), "");
    station
        .cases()
        .edit(line.id(), Map.of("title", Value.text(line.title().replace(" ", "  "))), "");
    PackageLine sealed =
        station.packages().seal(station.packages().plan(Optional.empty()), Progress.none());
    if (!(hq.packages().take(station.packages().carry(sealed.id(), stick))
        instanceof Importing.Outcome.Imported)) {
      return Optional.of("headquarters takes the package with the answer");
    }
    ask(person, "Is the paper with the first age still there?");
    return hq.questions().about(person).size() > 1
            && hq.questions().answered().size() == 1
            && hq.obvious().proposals().size() == 1
        ? Optional.empty()
        : Optional.of("the answer is back, and what is obvious is seen");
  }

  private void ask(RecordId about, String words) {
    hq.questions()
        .ask(hq.questions().askable(List.of(about), Set.of("birth")), Set.of("birth"), words);
  }
}
