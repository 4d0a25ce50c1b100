package org.sala.ui.screening;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sala.casework.screening.Given;
import org.sala.casework.station.Drafts;
import org.sala.casework.station.Seen;
import org.sala.form.Indicator;
import org.sala.form.Wording;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.AnswerKeys;
import org.sala.ui.roster.Spoken;
import org.sala.ui.route.Base;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Drafting;
import org.sala.ui.route.Here;
import org.sala.ui.route.KeptLine;

/** One invitation or one question, the person's own words, how the answer came. */
final class AskPart {
  /** Room beside what is asked. */
  private static final double INDENT = 14;

  private final InterviewModel model;
  private final Set<String> answeredBefore;
  private final Here here;
  private final Consumer<Given> answer;
  private final Given stored;
  private Given stands;
  private final String path;
  private final TextArea words = new TextArea();
  private final TextField seen = new TextField();
  private Way chips;
  private String came;
  private String how;
  private final HBox kept = new HBox();
  private final ControlFields fields;
  private final Map<String, String> first;
  private Optional<Drafting.Restored> restored = Optional.empty();
  private final Base wordsBase;
  private final Base seenBase;
  private final Drafting.Typing typing;
  private final Node caption;
  private final Node node;
  private Optional<ToggleButton> chosen = Optional.empty();

  /**
   * How it was asked, as far as the officer chose that at a question that has no answer yet: it is
   * in no draft and on no page.
   */
  record Way(String came, String how) {
    static final Way NONE = new Way("", "");

    private String came(Given stands) {
      return came.isEmpty() ? stands.came().isEmpty() ? "open" : stands.came() : came;
    }

    private String how(Given stands) {
      return how.isEmpty() ? stands.how().isEmpty() ? "own" : stands.how() : how;
    }
  }

  /** Where the buttons below lead. */
  record Ways(Runnable next, Runnable back, Runnable review, Runnable serious, Runnable turn) {}

  /**
   * @param answeredBefore codes of indicators that have an answer in another interview
   * @param low whether the window is low: the answers then stand below what scrolls
   * @param chosen how it is asked, as it was chosen here before this was drawn anew
   */
  AskPart(
      InterviewModel model,
      Set<String> answeredBefore,
      boolean low,
      Here here,
      Consumer<Given> answer,
      Ways ways,
      Way chosen) {
    this.model = model;
    this.answeredBefore = answeredBefore;
    this.here = here;
    this.answer = answer;
    this.path = model.path();
    this.stored = model.page().at(path);
    this.stands = model.stands(path);
    this.chips = stands.code().isEmpty() ? chosen : Way.NONE;
    this.came = chips.came(stands);
    this.how = chips.how(stands);
    seen.setText(stands.seen());
    seen.setId("seen");
    seen.setPromptText(here.t("screening.seen"));
    seen.setAccessibleText(here.t("screening.seen"));
    words.setText(stands.words());
    words.end();
    words.setWrapText(true);
    words.setPrefRowCount(model.asking().isEmpty() ? 9 : low ? 1 : 2);
    words.setMinHeight(low && model.asking().isPresent() ? Region.USE_PREF_SIZE : 56);
    words.setId("own-words");
    if (model.asking().isPresent()) {
      // A digit alone is a word where words are typed.
      words.setPromptText(here.t("screening.words.alt"));
    }
    words.getStyleClass().add("own-words");
    words.setAccessibleText(here.t("screening.words"));
    VBox inside = new VBox(8);
    inside.setPadding(new Insets(2, INDENT, 2, INDENT));
    caption = caption(ways);
    VBox answers = new VBox(8);
    answers.getStyleClass().add("answers");
    answers.setPadding(new Insets(0, INDENT, 0, INDENT));
    answers.setMinWidth(0);
    answers.setPrefWidth(500);
    inside.getStyleClass().add("asking");
    model
        .asking()
        .ifPresentOrElse(
            i -> question(inside, low ? answers : inside, i), () -> invitation(inside));
    Button review = Nodes.button(here.t("screening.review"), "", ways.review());
    review.setId("review");
    HBox foot =
        Nodes.row(
            Nodes.button(here.t("back"), "Alt ←", ways.back()),
            Nodes.spring(),
            review,
            Nodes.button(
                here.t(model.asking().isPresent() ? "screening.next" : "screening.ask.open"),
                "Ctrl Enter",
                ways.next(),
                "primary"));
    // The way back stands below where the words begin, the way on where they end.
    foot.setPadding(new Insets(0, INDENT, 0, INDENT));
    inside.getChildren().addFirst(kept);
    wordsBase = base(stored.words(), model.page().by(path));
    seenBase = base(stored.seen(), model.page().seenBy(path));
    ControlFields.shows(words, wordsBase);
    ControlFields.shows(seen, seenBase);
    ScrollPane scroll = Nodes.side(inside, 500);
    // What is told freely takes the room that there is, and shows where it ends.
    boolean freely = low || model.asking().isEmpty();
    scroll.setFitToHeight(freely);
    VBox.setVgrow(words, freely ? Priority.ALWAYS : Priority.NEVER);
    // The way on stays in sight, however long a question is.
    VBox card = Nodes.card(scroll, foot);
    card.getStyleClass().add("asked");
    if (!answers.getChildren().isEmpty()) {
      // Nobody scrolls to an answer, however many languages a question stands in.
      card.getChildren().add(1, answers);
    }
    VBox.setVgrow(scroll, Priority.ALWAYS);
    fields = new ControlFields(card);
    first = fields.typed();
    typing =
        here.drafts().keep("screening " + model.page().line().id() + path, fields, this::restored);
    this.node = card;
  }

  Node node() {
    return node;
  }

  private void restored(Drafting.Restored back) {
    restored = Optional.of(back);
    KeptLine.show(kept, back, here.texts());
  }

  /** Returns every version of the answer, where they differ. */
  private Base base(String stands, String by) {
    return new Base(
        new Drafts.Stood(stands, by),
        Optional.of(versions()).filter(v -> model.page().disputed(path)));
  }

  private String versions() {
    return AnswerVersions.of(model.page(), path, here.texts());
  }

  /** Returns what stands here: what the page showed, or what was sent to be saved since. */
  Given stood() {
    return stands;
  }

  /** An answer was sent from here, and whatever is sent next builds on it. */
  void sent(Given given) {
    stands = given;
  }

  /** What was sent could not be saved. */
  void refused(Given given) {
    if (stands.equals(given)) {
      stands = stored;
    }
  }

  /** By which versions; earlier ones where a draft was put back. */
  Seen seen() {
    return model.page().begun(path, wordsBase.began().by(), seenBase.began().by());
  }

  private void invitation(VBox inside) {
    inside
        .getChildren()
        .add(
            Nodes.label(
                here.t("screening.listen", model.section().title().in(here.texts().language())),
                "muted"));
    wording(inside, model.section().invitation());
    inside.getChildren().addAll(caption, words, seen);
  }

  private void question(VBox inside, VBox answers, Indicator i) {
    inside
        .getChildren()
        .add(
            Nodes.label(
                here.t(
                    "screening.open",
                    model.section().title().in(here.texts().language()),
                    model.number(),
                    model.count()),
                "muted"));
    wording(inside, i.question());
    if (answeredBefore.contains(i.code()) && stands.code().isEmpty()) {
      Region asked = Nodes.label(here.t("screening.before.answered"), "warning-text");
      asked.setId("answered-before");
      inside.getChildren().add(asked);
    }
    if (model.page().disputed(path)) {
      Region all = Nodes.label(versions(), "warning-words");
      all.setId("answer-versions");
      inside.getChildren().addAll(new Badge(Badge.Kind.WARNING, here.t("disputed")), all);
    }
    inside.getChildren().addAll(caption, words);
    // Whoever leaves the words by Tab is among the answers.
    answers.getChildren().addAll(choices(), ways(), hows(), seen);
    if (i.staysHere()) {
      inside
          .getChildren()
          .add(
              model
                  .page()
                  .sealedFor()
                  .map(who -> Nodes.label(here.t("screening.official.sealed", who), "muted"))
                  .orElseGet(() -> Nodes.label(here.t("screening.official"), "warning-text")));
    }
    inside
        .getChildren()
        .add(
            Nodes.label(
                here.t("screening.officerwords", i.officerWords().in(here.texts().language())),
                "muted",
                "small"));
  }

  /** Above the words: whose they are, and what else this question can come to. */
  private Node caption(Ways ways) {
    HBox row = Nodes.row(Nodes.line(here.t("screening.words"), "caption"), Nodes.spring());
    if (model.asking().isPresent()) {
      row.getChildren().add(Nodes.button(here.t("opening.turn"), "F4", ways.turn(), "plain"));
    }
    Button serious = Nodes.button(here.t("screening.serious"), "", ways.serious(), "plain");
    serious.setId("serious");
    row.getChildren().add(serious);
    return row;
  }

  private void wording(VBox inside, Wording text) {
    Spoken spoken = Spoken.questions(model.page(), here);
    spoken.show(inside, text, "question");
    spoken.note(inside, text);
  }

  /** Returns the buttons: what was so above, the three that are no answer below. */
  private Node choices() {
    GridPane grid = new GridPane(8, 8);
    ColumnConstraints third = new ColumnConstraints();
    third.setPercentWidth(100.0 / 3);
    grid.getColumnConstraints().addAll(third, third, third);
    ToggleGroup group = new ToggleGroup();
    for (int n = 0; n < AnswerKeys.CODES.size(); n++) {
      String code = AnswerKeys.CODES.get(n);
      Label words = Nodes.line(here.t("choice." + code));
      HBox label =
          Nodes.row(
              words,
              Nodes.spring(),
              Nodes.line(String.valueOf(AnswerKeys.digit(code)), "key-hint"));
      ToggleButton button = new ToggleButton("", label);
      button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      button.setAccessibleText(words.getText());
      button.getStyleClass().add("choice");
      // The digit stands at the end, wherever the words end.
      label.setSpacing(2);
      label.prefWidthProperty().bind(button.widthProperty().subtract(18));
      button.setMinWidth(0);
      button.setMaxWidth(Double.MAX_VALUE);
      button.setId("choice-" + code);
      button.setToggleGroup(group);
      if (code.equals(stands.code())) {
        button.setSelected(true);
        chosen = Optional.of(button);
      }
      button.setOnAction(e -> answer.accept(given(code)));
      boolean answers = n < 2;
      grid.add(button, answers ? n : n - 2, answers ? 0 : 1);
    }
    return grid;
  }

  private Node ways() {
    return Chips.of(
        here.t("screening.came"),
        Given.WAYS.subList(1, Given.WAYS.size()),
        way -> here.t("came." + way),
        came,
        way -> {
          came = way;
          chips = new Way(way, chips.how());
          again();
        });
  }

  /** As it is written or in own words; through whom is known, and the language follows from it. */
  private Node hows() {
    String through = model.page().interpreter();
    String caption =
        through.isEmpty()
            ? here.t("screening.how")
            : here.t("screening.how.through", through, here.texts().code("lang", askedFrom()));
    return Chips.of(
        caption,
        Given.HOWS.subList(1, Given.HOWS.size()),
        way -> here.t("how." + way),
        how,
        way -> {
          how = way;
          chips = new Way(chips.came(), way);
          again();
        });
  }

  /**
   * Writes what stands once more, with what was said of it since. That is no asking again: whoever
   * interprets by now did not interpret it.
   */
  private void again() {
    if (!stands.code().isEmpty()) {
      Given now = given(stands.code());
      answer.accept(stands.asked().isEmpty() ? now : now.asked(stands.asked(), stands.through()));
    }
  }

  /** A wording that nobody has reviewed was not asked: the interpreter asked from another. */
  private String askedFrom() {
    return Spoken.questions(model.page(), here).askedFrom();
  }

  private Given given(String code) {
    return new Given(
        code, words.getText(), came, askedFrom(), how, model.page().interpreter(), seen.getText());
  }

  /** Answers with one of the codes; an empty one is none. */
  void choose(String code) {
    if (!code.isEmpty() && model.asking().isPresent()) {
      answer.accept(given(code));
    }
  }

  /** Answers as the person points: asked directly, and as it is written where that was shown. */
  void point(String code) {
    came = "direct";
    if (Spoken.questions(model.page(), here).reviewed()) {
      how = "written";
    }
    choose(code);
  }

  /** How it is asked, as far as that was chosen here. */
  Way chosen() {
    return chips;
  }

  boolean isAt(String other) {
    return path.equals(other);
  }

  /** Whether the keys go to the answers and not into words. */
  boolean choosing() {
    return !words.isFocused();
  }

  /** The saving of the words was asked for: they stay kept where it fails. */
  void saved(BooleanSupplier failed) {
    restored = Optional.empty();
    typing.saved(failed);
  }

  /** Keeps what was not saved, when another part takes this one's place. */
  void left() {
    typing.left();
  }

  /** Takes the keys among the answers, on the one that stands. */
  void focusChoice() {
    take(chosen.<Node>map(b -> b).orElse(words));
  }

  /** Takes the keys, where the person's words come first. */
  void focus() {
    take(words);
  }

  /** What scrolls is part of the window only once it has its looks, and nothing else has focus. */
  private void take(Node control) {
    node.applyCss();
    control.requestFocus();
  }

  /** What would have to be saved, if words were typed since. */
  Optional<Given> changed() {
    boolean same =
        words.getText().strip().equals(stands.words().strip())
            && seen.getText().strip().equals(stands.seen().strip());
    boolean answered = !stands.code().isEmpty();
    return same
        ? Optional.empty()
        : Optional.of(
            new Given(
                stands.code(),
                words.getText(),
                answered ? stands.came() : "",
                answered ? stands.asked() : "",
                answered ? stands.how() : "",
                answered ? stands.through() : model.page().interpreter(),
                seen.getText()));
  }

  /** Words typed at the same place and not saved yet. */
  Optional<Given> unsaved(String at) {
    return at.equals(path) ? changed() : Optional.empty();
  }

  /** Puts words back that were being typed; what has come since they were begun was not seen. */
  void type(Given typed, AskPart before) {
    wordsBase.begin(before.wordsBase.began());
    seenBase.begin(before.seenBase.began());
    before.restored.ifPresent(r -> restored(r.in(fields, first)));
    words.setText(typed.words());
    words.positionCaret(typed.words().length());
    seen.setText(typed.seen());
  }
}
