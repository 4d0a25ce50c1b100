package org.sala.ui.triage;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.sala.casework.screening.Triages;
import org.sala.casework.station.Drafts;
import org.sala.form.TriageQuestion;
import org.sala.ui.route.Base;
import org.sala.ui.route.Drafting;
import org.sala.ui.route.Here;

/**
 * What a triage keeps until it is written down: the words as they stand, answers whose writing has
 * failed, and a person inside.
 */
final class TriageDraft implements Drafting.Fields {
  private static final String WORDS = " words";
  private static final String CODE = " code";

  private final TriageModel model;
  private final StillInside inside;
  private final Runnable draw;
  private final Map<String, Base> bases = new HashMap<>();
  private Runnable told = () -> {};

  /**
   * @param draw shows what was put back
   */
  TriageDraft(
      Triages.Sheet sheet, TriageModel model, StillInside inside, Here here, Runnable draw) {
    this.model = model;
    this.inside = inside;
    this.draw = draw;
    Triages.QUESTIONS.forEach(q -> base(q, sheet, here));
  }

  /** An answer that comes unseen stands beside what a draft was begun on. */
  private void base(String q, Triages.Sheet sheet, Here here) {
    String asked = TriageQuestion.of(q).question().in(here.texts().language());
    Base words =
        new Base(new Drafts.Stood(model.words(q), sheet.by(q)), Optional.empty())
            .called(asked, UnaryOperator.identity());
    Base code =
        new Base(new Drafts.Stood(model.code(q), sheet.by(q)), Optional.empty())
            .called(asked, c -> c.isEmpty() ? "" : here.t("answer." + c));
    Runnable moved = () -> model.begunOn(q, (words.older() ? words : code).began().by());
    words.onMoved(moved);
    code.onMoved(moved);
    bases.put(q + WORDS, words);
    bases.put(q + CODE, code);
  }

  @Override
  public Map<String, String> typed() {
    Map<String, String> typed = new LinkedHashMap<>(inside.typed());
    Triages.QUESTIONS.forEach(
        q -> {
          typed.put(q + WORDS, model.words(q));
          typed.put(q + CODE, model.unwritten(q));
        });
    return typed;
  }

  @Override
  public Optional<Base> base(String name) {
    return Optional.ofNullable(bases.get(name));
  }

  /** What is not among it stays as it is: a draft holds what was typed, and nothing else. */
  @Override
  public void put(Map<String, String> kept) {
    for (String q : Triages.QUESTIONS) {
      Optional.ofNullable(kept.get(q + WORDS)).ifPresent(words -> model.say(q, words));
      Optional.ofNullable(kept.get(q + CODE)).ifPresent(code -> model.choose(q, code));
    }
    if (inside.put(kept)) {
      model.open(StillInside.QUESTION);
    }
    draw.run();
  }

  @Override
  public void changed(Runnable hears) {
    told = hears;
    inside.changed(hears);
  }

  /** Something is another than it was kept. */
  void changed() {
    told.run();
  }
}
