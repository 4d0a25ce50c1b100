package org.sala.ui.today;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.screening.Screenings;
import org.sala.casework.station.Drafts;
import org.sala.casework.todo.ToDo;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.DraftPlace;
import org.sala.ui.route.Headings;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.work.Work;

/**
 * What this officer has half typed and not saved, before a lock, a kill or a power cut: one line
 * that leads to each, to go on with it, to read and copy it, or to throw it away.
 */
final class HalfTyped {
  private static final String GO_ON = "open";
  private static final String READ = "read";
  private static final String DISCARD = "discard";

  private final TodayScreen.Doing doing;
  private final Here here;
  private final Work.Line line;
  private final Runnable again;

  /**
   * @param again hears that something was thrown away
   */
  HalfTyped(TodayScreen.Doing doing, Here here, Work.Line line, Runnable again) {
    this.doing = doing;
    this.here = here;
    this.line = line;
    this.again = again;
  }

  /**
   * One of them.
   *
   * @param number of the person or case that it is of; empty where that is not known
   * @param closed whether its form is no more: it is of an interview that was closed meanwhile
   */
  record One(Drafts.Left left, DraftPlace at, String number, boolean closed) {
    @Override
    public String toString() {
      return "One";
    }
  }

  /**
   * Reads what there is, beside the window.
   *
   * @param todo says whose the interviews and statements are that have begun
   */
  List<One> read(List<ToDo> todo) {
    List<One> all = new ArrayList<>();
    for (Drafts.Left left : doing.drafts().left()) {
      DraftPlace at = DraftPlace.of(left.form(), here.texts());
      String number = at.record().map(id -> number(id, todo)).orElse("");
      all.add(new One(left, at, number, isClosed(at)));
    }
    return all;
  }

  private boolean isClosed(DraftPlace at) {
    return at.place().filter(Place.Interview.class::isInstance).isPresent()
        && at.record()
            .flatMap(doing.screenings()::find)
            .filter(s -> s.state() == Screenings.State.CLOSED)
            .isPresent();
  }

  private String number(RecordId id, List<ToDo> todo) {
    return doing
        .people()
        .find(id)
        .map(People.PersonLine::wristband)
        .or(() -> doing.cases().find(id).map(Cases.CaseLine::number))
        .or(() -> doing.screenings().find(id).map(Screenings.Line::number))
        .or(
            () ->
                todo.stream()
                    .filter(t -> t.begun().filter(id::equals).isPresent())
                    .flatMap(t -> t.person().stream())
                    .map(People.PersonLine::wristband)
                    .findFirst())
        .orElse("");
  }

  /** Returns the line; empty where nothing is half typed. */
  Optional<Node> line(List<One> all) {
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Node look = Nodes.button(here.t("draft.left.look"), "", () -> ask(all));
    look.setId("half-typed-look");
    HBox row = Nodes.row(Nodes.line(here.t("draft.left", all.size())), Nodes.spring(), look);
    row.getStyleClass().add("kept");
    row.setId("half-typed");
    return Optional.of(row);
  }

  private void ask(List<One> all) {
    Form form = new Form();
    Choice which =
        form.add(
            here.t("draft.left.which"),
            new Choice(
                IntStream.range(0, all.size()).mapToObj(Integer::toString).toList(),
                i -> words(all.get(Integer.parseInt(i)))));
    which.setId("half-which");
    Choice what =
        form.add(
            here.t("draft.left.what"),
            new Choice(List.of(GO_ON, READ, DISCARD), w -> here.t(verb(w))));
    what.setId("half-what");
    here.dialogs()
        .ask(
            here.t("draft.left.title"),
            // A place in this list is another one's the next time.
            ControlFields.unkept(form),
            here.t("today.goon"),
            () -> {
              One one = all.get(Integer.parseInt(which.getValue()));
              switch (what.getValue()) {
                case DISCARD -> here.work().tell(() -> discard(one));
                case READ -> read(one);
                default -> {
                  if (one.closed()) {
                    read(one);
                  } else {
                    goOn(one);
                  }
                }
              }
              return true;
            });
  }

  private static String verb(String what) {
    return switch (what) {
      case READ -> "draft.left.read";
      case DISCARD -> "draft.left.discard";
      default -> "draft.left.open";
    };
  }

  private void goOn(One one) {
    one.at().place().ifPresent(here.navigator()::go);
    one.at()
        .dialog()
        .ifPresent(
            d ->
                here.dialogs()
                    .notice(
                        d.isEmpty()
                            ? here.t("draft.left.there")
                            : here.t("draft.left.there.named", d)));
  }

  private void read(One one) {
    line.act(
        () -> doing.drafts().of(one.left().form()),
        kept ->
            kept.ifPresentOrElse(
                k -> here.dialogs().tell(words(one), new HalfWords(here).node(k)), again));
  }

  private void discard(One one) {
    here.dialogs()
        .askForGood(
            here.t("draft.left.discard.title"),
            Nodes.label(here.t("draft.left.discard.below", words(one))),
            here.t("draft.discard"),
            () -> {
              line.act(
                  () -> {
                    doing.drafts().drop(one.left().form());
                    return one;
                  },
                  gone -> again.run());
              return true;
            });
  }

  private String words(One one) {
    List<String> words = new ArrayList<>();
    one.at().place().map(p -> Headings.of(p, here.texts()).title()).ifPresent(words::add);
    words.add(one.number());
    words.add(one.at().dialog().orElse(""));
    words.add(here.texts().near(one.left().at(), here.clock().millis()));
    words.removeIf(String::isEmpty);
    return String.join(" · ", words);
  }
}
