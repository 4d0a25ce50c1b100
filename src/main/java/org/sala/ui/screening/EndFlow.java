package org.sala.ui.screening;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.sala.casework.paper.HandOuts;
import org.sala.casework.screening.Endings;
import org.sala.casework.screening.ScreeningPage;
import org.sala.casework.screening.Screenings;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.paper.Saving;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.work.Work;

/** The end of a conversation: what was told is read back, a card is given, no result is shown. */
final class EndFlow implements EndPart.Verbs {
  private final RecordId id;
  private final Endings endings;
  private final Screenings screenings;
  private final HandOuts handOuts;
  private final Here here;
  private final Work.Line line;
  private final Consumer<Node> show;
  private final Consumer<ScreeningPage> back;
  private ScreeningPage page;
  private EndPart part;

  /** Whether the end is being written: a key that bounces asks nothing once more. */
  private boolean ends;

  /**
   * @param show takes what is drawn, again after a card was given
   * @param back goes back to the conversation
   */
  EndFlow(
      ScreeningPage page,
      InterviewScreen.Doing doing,
      Here here,
      Work.Line line,
      Consumer<Node> show,
      Consumer<ScreeningPage> back) {
    this.id = page.line().id();
    this.endings = doing.endings();
    this.screenings = doing.screenings();
    this.handOuts = doing.handOuts();
    this.here = here;
    this.line = line;
    this.show = show;
    this.back = back;
    this.page = page;
    this.part = new EndPart(page, Optional.empty(), here, this);
    show.accept(part.node());
  }

  void finish() {
    part.finish();
  }

  void card() {
    part.card();
  }

  /** What was typed and is not saved yet, and the page that it was typed on. */
  record Typed(ScreeningPage page, Endings.Said said) {
    @Override
    public String toString() {
      return "Typed";
    }
  }

  Optional<Typed> typed() {
    return part.typed().map(said -> new Typed(page, said));
  }

  /**
   * The saving of what was typed was asked for: it stays kept where it fails.
   *
   * @param failed asked on the lane that saves, behind what was asked before
   */
  void kept(BooleanSupplier failed) {
    part.kept(failed);
  }

  /** Left as it stands; what was typed stays kept. */
  void left() {
    part.left();
  }

  /** Saves what was typed, then goes back to the conversation. */
  @Override
  public void back() {
    Optional<Typed> typed = typed();
    if (typed.isEmpty()) {
      part.left();
      back.accept(page);
      return;
    }
    line.act(
        () -> {
          endings.keep(typed.get().page(), typed.get().said());
          return screenings.page(id);
        },
        now -> {
          part.kept(() -> false);
          back.accept(now);
        });
  }

  private record Given(ScreeningPage page, Endings.Card card) {}

  @Override
  public void card(Endings.Said said) {
    line.act(
        () -> {
          endings.keep(page, said);
          Endings.Card card = endings.card(id);
          return new Given(screenings.page(id), card);
        },
        given -> {
          page = given.page();
          EndPart before = part;
          Optional<String> field = before.focused();
          before.kept(() -> false);
          part = new EndPart(page, Optional.of(given.card()), here, this);
          part.goOn(before);
          show.accept(part.node());
          field.ifPresent(part::focus);
        });
  }

  @Override
  public void print(Endings.Card given) {
    Saving.ask(
        here,
        here.t("end.card"),
        new VBox(),
        () -> given.number() + ".pdf",
        () -> (to, progress) -> handOuts.card(id, given, here.texts(), to, progress));
  }

  /** Asks whether it was read back: that it was is nobody's guess. */
  @Override
  public void finish(Endings.Said said) {
    if (ends) {
      return;
    }
    Form form = new Form();
    Choice how =
        form.add(
            here.t("end.read"),
            Choice.asked(
                Arrays.stream(Endings.ReadBack.values()).map(Enum::name).toList(),
                c -> here.texts().code("endRead", c),
                here.t("none")));
    how.setId("end-read");
    // What was meant before more was told is no answer for what was told since.
    ControlFields.unkept(how);
    here.dialogs()
        .ask(
            id.toString(),
            here.t("end.finish"),
            form,
            here.t("end.verb"),
            () -> {
              if (how.isEmpty()) {
                here.dialogs().notice(here.t("end.read.needed"));
                return false;
              }
              finish(said, Endings.ReadBack.valueOf(how.getValue()));
              return true;
            });
  }

  private void finish(Endings.Said said, Endings.ReadBack how) {
    ends = true;
    line.act(
        () -> {
          endings.end(page, said, how);
          return screenings.review(id);
        },
        saved -> {
          if (part.says(said)) {
            part.kept(() -> false);
          }
          // What was typed since is saved by leaving.
          here.navigator().go(new Place.Review(id));
        },
        failed -> {
          ends = false;
          here.work().failed(failed);
        });
  }
}
