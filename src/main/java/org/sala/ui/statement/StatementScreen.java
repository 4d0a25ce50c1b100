package org.sala.ui.statement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sala.casework.history.Histories;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.register.RecordStates;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.screening.Statements;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Seen;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Tabs;
import org.sala.ui.roster.ChildPart;
import org.sala.ui.roster.NumberWords;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.text.FieldWords;
import org.sala.ui.transit.StateBadge;
import org.sala.ui.work.Work;

/** One statement: written here, read back, signed and closed; afterwards only read. */
public final class StatementScreen implements Screen {
  private static final String WORDS = "words";
  private static final String HISTORY = "history";

  /** What this screen works with. */
  public record Doing(
      Statements statements, Histories histories, Packages packages, People people) {}

  private final RecordId id;
  private final Doing doing;
  private final Here here;
  private final Work.Line line;
  private final VBox page = new VBox();
  private @Nullable WordsPart words;
  private final Tabs tabs = new Tabs(this::open);
  private final StackPane body = new StackPane();
  private Statements.@Nullable Page known;
  private List<Histories.Entry> history = List.of();
  private Node around = new HBox();
  private String tab = WORDS;

  public StatementScreen(RecordId id, Doing doing, Here here) {
    this.id = id;
    this.doing = doing;
    this.here = here;
    this.line = here.work().line();
    page.getStyleClass().add("page");
    tabs.add(WORDS, here.t("statement.tab"));
    tabs.add(HISTORY, here.t("history"));
    VBox.setVgrow(body, Priority.ALWAYS);
    line.ask(() -> known(doing.statements().look(id)), this::show);
  }

  private record Known(
      Statements.Page page,
      List<Histories.Entry> history,
      Optional<RecordStates.Way> way,
      Optional<People.PersonLine> sharing) {}

  private Known known(Statements.Page p) {
    return new Known(
        p,
        doing.histories().of(id),
        Optional.ofNullable(doing.packages().ways(List.of(id)).get(id)),
        doing.people().sharing(List.of(p.line().person())).values().stream().findFirst());
  }

  @Override
  public void refresh() {
    if (known != null) {
      line.ask(() -> known(doing.statements().page(id)), this::show);
    }
  }

  private void show(Known k) {
    Statements.Page p = k.page();
    known = p;
    history = k.history();
    WordsPart before = words;
    WordsPart part = new WordsPart(p, here, this::settle);
    if (before != null) {
      part.keep(before);
    }
    words = part;
    around = new HBox(14, part.node(), new AroundPart(p, here, this::edit).node());
    HBox.setHgrow(part.node(), Priority.ALWAYS);
    tabs.rename(HISTORY, here.t("case.history", history.size()));
    // Before it is shown: the keyboard then goes to the words.
    tabs.choose(tab);
    page.getChildren().setAll(header(p, k), tabs, body);
  }

  private void open(String key) {
    tab = key;
    body.getChildren().setAll(key.equals(WORDS) ? around : past());
  }

  /** Every act on it with the words whole: what was changed, and after what, may count in court. */
  private Node past() {
    VBox acts = new VBox(14);
    acts.setId("statement-history");
    history.forEach(e -> acts.getChildren().add(FieldWords.entry(e, here.texts())));
    Node scroll = Nodes.side(acts, 400);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    return Nodes.card(scroll);
  }

  private Node header(Statements.Page p, Known k) {
    Statements.State state = p.line().state();
    Badge.Kind kind =
        switch (state) {
          case OPEN -> Badge.Kind.WARNING;
          case READ_BACK -> Badge.Kind.INFO;
          case CLOSED -> Badge.Kind.OK;
        };
    HBox header =
        Nodes.header(
            String.join(
                " / ",
                here.t("nav.cases"),
                p.caseNumber(),
                here.t("statement.crumb", p.line().number())),
            here.t("statement.of", p.line().personNumber()),
            k.sharing().flatMap(s -> NumberWords.apart(s, here.texts())).orElse(""),
            new Badge(kind, here.texts().code("statementState", state.name())));
    k.way().ifPresent(w -> header.getChildren().add(StateBadge.of(w, here)));
    p.first()
        .ifPresent(
            first -> {
              Node link =
                  Nodes.button(
                      here.t("statement.addsto.short", first.number()),
                      "",
                      () -> here.navigator().go(new Place.OneStatement(first.id())),
                      "plain");
              link.setId("statement-first");
              header.getChildren().add(1, link);
            });
    switch (state) {
      case OPEN ->
          header
              .getChildren()
              .addAll(
                  Nodes.button(here.t("save"), "Ctrl S", this::save),
                  Nodes.button(here.t("statement.readback"), "Ctrl Enter", this::goOn, "primary"));
      case READ_BACK ->
          header
              .getChildren()
              .addAll(
                  Nodes.button(here.t("save"), "Ctrl S", this::save),
                  Nodes.button(here.t("statement.close"), "Ctrl Enter", this::goOn, "primary"));
      case CLOSED ->
          header
              .getChildren()
              .add(Nodes.button(here.t("statement.add"), "Ctrl N", this::add, "primary"));
    }
    return header;
  }

  /** Saves what was typed; it stays a draft until the disk has it. */
  @Override
  public void save() {
    savingFirst(() -> {});
  }

  private void savingFirst(Runnable then) {
    WordsPart part = words;
    Map<String, String> typed = part == null ? Map.of() : part.changed();
    if (part == null || typed.isEmpty()) {
      then.run();
      return;
    }
    // What was saved just before may not be shown yet: then nothing of it has changed.
    line.act(
        () -> writeIfChanged(typed, part.seen()),
        saved -> {
          // A page that was drawn meanwhile has taken over what was typed.
          WordsPart now = words;
          if (now != null) {
            now.saved(typed);
          }
          then.run();
        });
  }

  /** The next step: reading back, then signing and closing. */
  @Override
  public void goOn() {
    Statements.Page p = known;
    if (p == null || p.line().state() == Statements.State.CLOSED) {
      return;
    }
    // Not a question of the screen: what was saved just now is asked for anew, and would drop it.
    savingFirst(
        () ->
            line.act(
                () -> known(doing.statements().page(id)),
                k -> {
                  show(k);
                  Statements.Page now = k.page();
                  if (now.line().state() == Statements.State.OPEN) {
                    readBack(now);
                  } else {
                    close(now);
                  }
                }));
  }

  /** Asks which words stand where versions differ; what was typed is one of them. */
  private void settle(String key) {
    savingFirst(
        () ->
            line.act(
                () -> known(doing.statements().page(id)),
                k -> {
                  show(k);
                  Cases.Shown shown = k.page().fields().get(key);
                  if (shown != null && shown.disputed()) {
                    StatementDialogs.settle(
                        here, shown, (words, why) -> settle(k, shown, words, why));
                  }
                }));
  }

  private void settle(Known k, Cases.Shown shown, String words, String reason) {
    Seen seen = Cases.seen(k.page().fields());
    line.act(() -> doing.statements().settle(id, shown.key(), words, reason, seen), s -> refresh());
  }

  private void readBack(Statements.Page now) {
    if (now.text("text").isEmpty()) {
      here.dialogs().notice(here.t("statement.empty"));
      return;
    }
    StatementDialogs.readBack(
        here,
        now,
        (language, by) ->
            line.act(
                () -> doing.statements().readBack(id, language, by, Cases.seen(now.fields())),
                s -> refresh()));
  }

  private void close(Statements.Page now) {
    StatementDialogs.close(
        here,
        signature ->
            line.act(
                () -> doing.statements().close(id, signature, Cases.seen(now.fields())),
                s -> refresh()));
  }

  /** Who was there, where, in which language; only while it is open. */
  @Override
  public void edit() {
    Statements.Page p = known;
    if (p != null && p.line().state() != Statements.State.CLOSED) {
      StatementDialogs.edit(
          here,
          p,
          (asked, seen) -> {
            Map<String, String> texts = asked.texts();
            // What was left alone may stand otherwise by now, and is not written again.
            texts.entrySet().removeIf(e -> e.getValue().strip().equals(p.text(e.getKey())));
            line.act(() -> writeIfChanged(texts, seen), done -> refresh());
          });
    }
  }

  private boolean writeIfChanged(Map<String, String> texts, Seen seen) {
    try {
      doing.statements().write(id, texts, seen);
      return true;
    } catch (CaseworkFault f) {
      if (f.code() == CaseworkFault.Code.NOTHING_TO_SAVE) {
        return false;
      }
      throw f;
    }
  }

  @Override
  public void add() {
    Statements.Page p = known;
    if (p != null && p.line().state() == Statements.State.CLOSED) {
      line.act(() -> whose(p.line().person()), whose -> add(p, whose));
    }
  }

  /** Whose statement it is, and whether nobody has said how old that is. */
  private record Whose(People.PersonLine person, boolean ageUnsaid) {}

  private Whose whose(RecordId person) {
    return new Whose(
        doing
            .people()
            .find(person)
            .orElseThrow(() -> new CaseworkFault(CaseworkFault.Code.NOT_FOUND)),
        doing.statements().ageUnsaid(person));
  }

  private void add(Statements.Page p, Whose whose) {
    StatementDialogs.add(
        here,
        p,
        new ChildPart(whose.person(), whose.ageUnsaid(), here),
        (asked, seen) ->
            line.act(
                () -> doing.statements().add(id, asked.setting(), asked.source()),
                made -> here.navigator().go(new Place.OneStatement(made))));
  }

  @Override
  public Node node() {
    return page;
  }

  @Override
  public void closed() {
    if (words != null) {
      words.left();
    }
    line.close();
  }
}
