package org.sala.ui.today;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sala.casework.erasing.Elsewhere;
import org.sala.casework.hall.Alarm;
import org.sala.casework.headquarters.Bulletin;
import org.sala.casework.joining.Question;
import org.sala.casework.packages.receipt.DecisionDelivery;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.Reception;
import org.sala.casework.people.Ages;
import org.sala.casework.people.People;
import org.sala.casework.screening.Screenings;
import org.sala.casework.todo.ToDo;
import org.sala.domain.PartialDate;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.roster.AgeForm;
import org.sala.ui.roster.AgeMark;
import org.sala.ui.roster.AnswerForm;
import org.sala.ui.roster.BeginScreening;
import org.sala.ui.roster.NumberWords;
import org.sala.ui.roster.OutcomeForms;
import org.sala.ui.roster.QuestionWords;
import org.sala.ui.roster.SecondFinding;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.text.Texts;
import org.sala.ui.transit.FoundWords;
import org.sala.ui.work.Work;

/** What has to be done, the most urgent first, each row with its verb. */
final class DoNext {
  private static final double TWO_LINES = 44;

  /** Two lines of smaller letters, with a third below. */
  private static final double TWO_SMALL = 34;

  /** In the smaller letters that three lines have where it is narrow. */
  private static final double THREE_LINES = 51;

  /** More letters than this need a third line beside their badge in the smallest window. */
  private static final int LONG = 40;

  /** More letters than this need a second line where it says who has to do it. */
  private static final int WIDE = 12;

  /** More letters than this need a second line below a number. */
  private static final int SHORT_AGE = 7;

  private static final double SINCE = 80;

  /** The longest verb, however narrow the window is. */
  private static final double VERB = 128;

  /** From this width on the table has a column for since when. */
  private static final double ROOMY = 660;

  private final BooleanProperty wide = new SimpleBooleanProperty();
  private final TodayScreen.Doing doing;
  private final Here here;
  private final Work.Line line;
  private final Clock clock;
  private final Table<ToDo> table;
  private long now;

  DoNext(TodayScreen.Doing doing, Here here, Work.Line line, Clock clock) {
    this.doing = doing;
    this.here = here;
    this.line = line;
    this.clock = clock;
    this.now = clock.millis();
    this.table = table();
  }

  /** How long everything waits by now; whoever has chosen a row keeps it. */
  void passed() {
    now = clock.millis();
    table.refresh();
  }

  private Table<ToDo> table() {
    Table<ToDo> made =
        new Table<ToDo>(Nodes.empty(here.t("today.nothing"), here.t("today.nothing.next")))
            .nodes(here.t("today.what"), 330, this::what)
            .nodes(here.t("today.who"), 68, this::who)
            .nodes(here.t("today.responsible"), 150, this::responsible)
            .column(here.t("today.since"), SINCE, r -> here.texts().ago(r.sinceMillis(), now))
            .nodes("", VERB, r -> Nodes.button(verb(r), "", () -> act(r)))
            .enters(this::act);
    made.setId("next");
    // Where there is no room for a column of its own, it stands below who has to do it.
    wide.bind(made.widthProperty().greaterThan(ROOMY));
    made.getColumns().getLast().setMinWidth(VERB);
    made.getColumns().get(3).visibleProperty().bind(wide);
    made.getStyleClass().add("narrow");
    wide.addListener(
        (o, was, is) -> {
          if (is) {
            made.getStyleClass().remove("narrow");
          } else {
            made.getStyleClass().add("narrow");
          }
        });
    VBox.setVgrow(made, Priority.ALWAYS);
    return made;
  }

  VBox card(List<ToDo> rows) {
    table.setItems(FXCollections.observableArrayList(rows));
    VBox card = Nodes.card(Nodes.heading(here.t("today.next")), table);
    HBox.setHgrow(card, Priority.ALWAYS);
    return card;
  }

  private Node what(ToDo r) {
    Badge.Kind kind =
        r.what().compareTo(ToDo.What.CHILD) <= 0 ? Badge.Kind.DANGER : Badge.Kind.WARNING;
    Region words = Nodes.label(words(r));
    // A cell gives its content one line's height; two lines have to be asked for.
    boolean three = words(r).length() > LONG || r.alarm().isPresent();
    words.setMinHeight(three ? THREE_LINES : TWO_LINES);
    if (three) {
      words.getStyleClass().add("three-lines");
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    return Nodes.row(new Badge(kind, here.t("today." + key(r))), words);
  }

  private String words(ToDo r) {
    return r.more().map(n -> here.t("today.more", n)).orElseGet(() -> one(r));
  }

  private String one(ToDo r) {
    return switch (r.what()) {
      case VERSIONS ->
          r.several().isPresent()
              ? differing(r, r.several().get())
              : here.t(
                  r.person().filter(People.PersonLine::possiblyChild).isPresent()
                      ? "today.versions.child"
                      : "today.versions.what",
                  String.join(
                      ", ", r.fields().stream().map(f -> here.texts().code("field", f)).toList()));
      case HELD -> here.t("today.held.what", r.several().orElse(0));
      case UNSENT -> here.t("today.unsent.what", r.several().orElse(0));
      case LINKED -> here.t("today.linked.what", r.several().orElse(0));
      case REFUSED -> r.parcel().map(p -> refused(p, r.several())).orElse("");
      case UNANSWERED ->
          here.t(
              "today.unanswered.what",
              r.parcel().map(p -> Texts.packageNumber(p.sequence())).orElse(""));
      case RECALL ->
          here.t(
              "today.recall.what",
              here.texts().left(r.recall().map(c -> c.untilMillis() - now).orElse(0L)));
      case QUESTION, ANSWERED ->
          here.t(
              "today." + key(r) + ".what",
              r.question().map(q -> QuestionWords.about(q, here.texts())).orElse(""));
      case DANGER -> danger().words(r.alarm());
      case OLD_KEY ->
          here.t(
              r.former().filter(ToDo.About.Former::surely).isPresent()
                  ? "today.old_key.what"
                  : "today.old_key.maybe",
              r.former()
                  .map(ToDo.About.Former::name)
                  .filter(n -> !n.isEmpty())
                  .orElseGet(() -> here.t("history.other")));
      case BULLETIN -> r.bulletin().map(Bulletin::title).orElse("");
      case ERASED_THERE ->
          r.erasedThere().map(e -> here.t("today.erased_there.what", e.stationName())).orElse("");
      case UNHEARD ->
          here.t(
              "today.unheard.what",
              r.unheard().map(DecisionDelivery.Unheard::name).orElse(here.t("none")));
      case OVERRIDDEN -> here.t("override.why." + r.fields().getFirst());
      case CONFIRM -> here.t(signed(r) ? "today.confirm.signed" : "today.confirm.what");
      case DETAINED -> here.t(begun(r) ? "today.detained.begun" : "today.detained.what");
      case INTERVIEW -> here.t("today.interview.what." + r.fields().getFirst());
      case STATEMENT -> here.t("today.statement.what", r.fields().getFirst());
      case AGE -> r.age().map(this::age).orElse("");
      default -> here.t("today." + key(r) + ".what");
    };
  }

  private String age(Ages.Waiting w) {
    return here.t("today.age.what", typed(w.was()), typed(w.is()));
  }

  /**
   * As it was typed: what it was taken for is read where it is signed, and has no room in a row.
   */
  private String typed(Value age) {
    String typed = age instanceof Value.Nothing ? "" : PartialDate.of(age).typed();
    return typed.isBlank() ? here.t("none") : typed;
  }

  /** Whether both officers have signed, and headquarters has not certified them. */
  private static boolean signed(ToDo r) {
    return r.whose() == ToDo.Whose.HEADQUARTERS;
  }

  /** Whether there is a screening to go on with. */
  private static boolean begun(ToDo r) {
    return r.person().filter(p -> !p.screeningState().isEmpty()).isPresent();
  }

  private String differing(ToDo r, int records) {
    return here.t(
        "today.versions.others",
        records,
        String.join(", ", r.fields().stream().map(k -> here.texts().code("kind", k)).toList()));
  }

  private String refused(PackageLine p, Optional<Integer> some) {
    return some.map(n -> here.t("today.refused.some", Texts.packageNumber(p.sequence()), n))
        .orElseGet(
            () ->
                here.t(
                    "today.refused.what",
                    Texts.packageNumber(p.sequence()),
                    FoundWords.advice(p.doubts(), here)));
  }

  /** Whether sealing once more is what helps. */
  private static boolean sealsAgain(ToDo r) {
    return r.several().isEmpty()
        && r.parcel().filter(p -> FoundWords.helpsToSeal(p.doubts())).isPresent();
  }

  private static String key(ToDo r) {
    return r.what().name().toLowerCase(java.util.Locale.ROOT);
  }

  private Node who(ToDo r) {
    VBox who = new VBox(1);
    who.setAlignment(Pos.CENTER_LEFT);
    if (r.person().isEmpty()) {
      String number =
          r.alarm()
              .map(Alarm::number)
              .or(() -> r.erasedThere().map(Elsewhere.One::number))
              .orElse("");
      who.getChildren()
          .add(number.isEmpty() ? Nodes.line(here.t("none")) : Nodes.line(number, "mono"));
    }
    r.person()
        .ifPresent(
            p -> {
              who.getChildren().add(NumberWords.node(p, here.texts()));
              AgeMark.briefWords(p, here.texts()).ifPresent(w -> who.getChildren().add(age(w)));
            });
    return who;
  }

  /** What protects somebody is never cut: where the column is narrow it takes two lines. */
  private static Label age(String words) {
    Label age = Nodes.label(words, "danger", "small");
    age.setMinHeight(words.length() > SHORT_AGE ? TWO_SMALL : Region.USE_PREF_SIZE);
    return age;
  }

  /** Returns who has to do it, and since when it waits. */
  private Node responsible(ToDo r) {
    Region who = Nodes.label(whose(r));
    if (whose(r).length() > WIDE) {
      who.setMinHeight(TWO_SMALL);
      who.getStyleClass().add("three-lines");
    }
    String waits = here.t("today.for", here.texts().ago(r.sinceMillis(), now));
    Label below = Nodes.line(waits, "muted", "small");
    below.visibleProperty().bind(wide.not());
    below.managedProperty().bind(below.visibleProperty());
    VBox both = new VBox(who, below);
    both.setAlignment(Pos.CENTER_LEFT);
    return both;
  }

  private String whose(ToDo r) {
    return switch (r.whose()) {
      case ME -> here.t("today.me");
      case OTHER ->
          r.what() == ToDo.What.SECOND_LOOK || r.what() == ToDo.What.AGE
              ? here.t("secondlook.whose")
              : r.officer().isEmpty() ? here.t("history.other") : r.officer();
      case NOBODY -> here.t("today.nobody");
      case SUPERVISOR -> here.t("today.supervisor");
      case HEADQUARTERS -> here.t("today.headquarters");
    };
  }

  private String verb(ToDo r) {
    return r.more().isPresent() ? here.t("open") : verb(r.what(), r);
  }

  private String verb(ToDo.What what, ToDo r) {
    return switch (what) {
      case DANGER, STAY, MEDICAL, SEPARATE, CHILD, INTERPRETER -> here.t("today.tell");
      case DETAINED -> here.t(begun(r) ? "open" : "screening.verb");
      case CONFIRM -> here.t(signed(r) ? "open" : "today.read");
      case AGE, OVERRIDDEN, BULLETIN -> here.t("today.read");
      case SECOND_LOOK -> here.t("secondlook.verb");
      case OUTCOME -> here.t("outcome.verb");
      case RECALL, REFERRAL, VERSIONS -> here.t("open");
      case ERASED_THERE -> here.t("today.read");
      case INTERVIEW, STATEMENT -> here.t("today.goon");
      case QUESTION -> here.t("answer.verb");
      case ANSWERED -> here.t("today.read");
      case REFUSED -> here.t(sealsAgain(r) ? "today.sealagain" : "open");
      case UNANSWERED, UNCONFIRMED, HELD, UNHEARD, UNSENT, OLD_KEY, LINKED -> here.t("open");
    };
  }

  private void act(ToDo r) {
    if (r.more().isPresent()) {
      here.navigator().go(new Place.PeopleHere());
      return;
    }
    switch (r.what()) {
      case DANGER -> danger().tell(r);
      case STAY, MEDICAL, SEPARATE, CHILD, INTERPRETER -> tell(r);
      case CONFIRM -> {
        if (signed(r)) {
          open(r);
        } else {
          new SecondFinding(doing.findings(), here, line).read(r.person().orElseThrow());
        }
      }
      case DETAINED -> {
        if (begun(r)) {
          open(r);
        } else {
          BeginScreening.ask(here, line, doing.screenings(), r.person().orElseThrow(), clock);
        }
      }
      case AGE ->
          r.age()
              .ifPresent(
                  w ->
                      new AgeForm(doing.ages(), here, line, () -> {})
                          .ask(r.person().orElseThrow(), w));
      case SECOND_LOOK -> outcomes().look(r.person().orElseThrow());
      case OUTCOME -> outcomes().tell(r.person().orElseThrow());
      case RECALL -> r.recall().ifPresent(c -> here.navigator().go(new Place.Filling(c.form())));
      case OVERRIDDEN ->
          new OverrideForms(doing.overrides(), here, line).ask(r.person().orElseThrow());
      case VERSIONS -> {
        Optional<RecordId> person = r.person().map(People.PersonLine::id);
        here.navigator()
            .go(
                r.whose() == ToDo.Whose.NOBODY
                    ? new Place.Deciding(person)
                    : new Place.OnePerson(person.orElseThrow()));
      }
      case INTERVIEW -> r.begun().ifPresent(id -> interview(r, id));
      case STATEMENT -> r.begun().ifPresent(id -> here.navigator().go(new Place.OneStatement(id)));
      case QUESTION ->
          r.question().ifPresent(q -> AnswerForm.ask(here, line, doing.questions(), q, () -> {}));
      case ANSWERED -> r.question().ifPresent(this::answered);
      case BULLETIN -> r.bulletin().ifPresent(new Told(doing.bulletins(), here, line)::read);
      case ERASED_THERE ->
          r.erasedThere().ifPresent(new ErasedThere(doing.erasedElsewhere(), here, line)::decide);
      case REFERRAL -> open(r);
      case OLD_KEY -> here.navigator().go(new Place.Settings());
      case LINKED ->
          here.navigator().go(new Place.SamePerson(r.person().map(People.PersonLine::id)));
      case UNCONFIRMED, UNSENT -> here.navigator().go(new Place.Stations());
      case HELD ->
          here.navigator().go(new Place.Arrivals(Optional.empty(), Reception.Which.WAITING));
      case UNHEARD -> here.navigator().go(new Place.Deciding(Optional.empty()));
      case REFUSED, UNANSWERED -> here.navigator().go(Place.Packages.thatLeave());
    }
  }

  /** In the room, or at its review where the questions are over. */
  private void interview(ToDo r, RecordId id) {
    boolean review = r.fields().contains(Screenings.State.REVIEW.name());
    here.navigator().go(review ? new Place.Review(id) : new Place.Interview(id));
  }

  private void open(ToDo r) {
    here.navigator().go(new Place.OnePerson(r.person().orElseThrow().id()));
  }

  /** The answer stands beside what it was asked about. */
  private void answered(Question q) {
    Form form = new Form();
    form.show(here.t("ask.about"), QuestionWords.about(q, here.texts()));
    VBox words =
        new VBox(10, form, QuestionWords.list(List.of(q), doing.questions(), here, line, () -> {}));
    here.dialogs()
        .ask(
            "answered " + q.id(),
            here.t("today.answered"),
            words,
            here.t("ask.place"),
            () -> {
              here.navigator()
                  .go(
                      q.person().isPresent() && !q.kind().equals("person")
                          ? new Place.Deciding(Optional.of(q.about()))
                          : q.person()
                              .<Place>map(Place.OnePerson::new)
                              .orElseGet(() -> new Place.Deciding(Optional.of(q.about()))));
              return true;
            });
  }

  private DangerRow danger() {
    return new DangerRow(doing.alarms(), doing.triages(), doing.countryRules(), here, line);
  }

  private OutcomeForms outcomes() {
    return new OutcomeForms(doing.outcomes(), here, line);
  }

  /** Asks who was told of it; the row leaves the list once that is written. */
  private void tell(ToDo r) {
    People.PersonLine person = r.person().orElseThrow();
    String code = r.what().urgency();
    Form form = new Form();
    form.show(here.t("people.number"), NumberWords.of(person, here.texts()));
    form.show(here.t("today.what"), words(r));
    TextField who = form.add(here.t("today.told"), new TextField());
    who.setId("told");
    here.dialogs()
        .ask(
            // Of whom and of what, so that nothing typed is offered for something else.
            person.id() + code,
            here.t("today.tell"),
            form,
            here.t("save"),
            () -> {
              if (who.getText().isBlank()) {
                here.dialogs().notice(here.t("today.told.needed"));
                return false;
              }
              String told = who.getText();
              line.act(() -> doing.triages().told(person.id(), code, told), saved -> {});
              return true;
            });
  }
}
