package org.sala.ui.triage;

import java.util.function.BooleanSupplier;
import org.sala.casework.screening.Triages;
import org.sala.domain.RecordId;
import org.sala.ui.route.Drafting;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.work.Work;

/** Writes a triage down: as it is answered, when it ends, and when it is left. */
final class Keeping {
  private final RecordId person;
  private final Triages triages;
  private final Typed typed;
  private final Here here;
  private final Work.Line line;
  private boolean ended;
  private boolean failing;
  private boolean toldToStop;

  /** What there is to keep, and the draft of it. */
  record Typed(TriageModel model, StillInside inside, TriageDraft draft, Drafting.Typing typing) {}

  Keeping(RecordId person, Triages triages, Typed typed, Here here, Work.Line line) {
    this.person = person;
    this.triages = triages;
    this.typed = typed;
    this.here = here;
    this.line = line;
  }

  /** Whether the end of it is being written. */
  boolean ended() {
    return ended;
  }

  /** Has what was answered written; what could not be is asked for again the next time. */
  void keep() {
    keep(() -> {});
  }

  private void keep(Runnable then) {
    if (!ended && typed.model().unsaved()) {
      Triages.Sat sat = typed.model().sat();
      line.act(
          () -> triages.keep(person, sat),
          kept -> {
            typed.model().saved(sat.answers());
            toldToStop = false;
            if (failing) {
              failing = false;
              typed.draft().changed();
            }
            then.run();
          },
          this::failed);
    }
  }

  /** What was not written is a draft, so that it outlives this sitting. */
  private void failed(Exception e) {
    failing = true;
    typed.draft().changed();
    here.work().failed(e);
  }

  /**
   * Stops: what was answered is kept, and the person goes on waiting. Where it cannot be kept the
   * first wish to stop is answered by why, and the next one leaves a draft; where the disk does not
   * take that either it stays on the screen.
   */
  void stop() {
    Runnable leave = () -> here.navigator().go(new Place.Today());
    if (!typed.model().unsaved()) {
      leave.run();
    } else if (toldToStop) {
      typed.typing().now(leave);
    } else {
      toldToStop = true;
      keep(leave);
    }
  }

  /** Ends the triage; where that fails it goes on. */
  void end() {
    if (ended) {
      return;
    }
    ended = true;
    Triages.Sat sat = typed.model().sat();
    line.act(
        () -> triages.done(person, sat),
        saved -> {
          typed.typing().over();
          here.navigator().go(new Place.Today());
        },
        e -> {
          ended = false;
          failed(e);
        });
  }

  /** Leaving in any way, locking too, first keeps what was answered and typed. */
  void left() {
    Work.Gesture kept = here.work().gesture(this::keep);
    BooleanSupplier inside = typed.inside().unwritten();
    if (ended || typed.model().untouched()) {
      typed.typing().left();
    } else {
      typed.typing().saved(() -> kept.failed() || inside.getAsBoolean());
    }
  }
}
