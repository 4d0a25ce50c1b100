package org.sala.ui.joining;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.joining.Disagreement;
import org.sala.casework.joining.Obvious;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.text.FieldWords;
import org.sala.ui.work.Work;

/** Versions that differ only in how they are written: each is seen, those that are chosen go. */
public final class ObviousScreen implements Screen {
  private final Obvious obvious;
  private final Here here;
  private final Work.Line line;
  private final VBox page = new VBox();
  private final Table<Obvious.Proposal> table;
  private final TextArea reason = new TextArea();
  private final Button record;
  private final Set<Obvious.Proposal> chosen = new LinkedHashSet<>();

  public ObviousScreen(Obvious obvious, Here here) {
    this.obvious = obvious;
    this.here = here;
    this.line = here.work().line();
    this.record = Nodes.button("", "Ctrl Enter", this::goOn, "primary");
    record.setId("obvious-record");
    reason.setId("obvious-reason");
    reason.setAccessibleText(here.t("deciding.reason"));
    reason.setWrapText(true);
    reason.setPrefRowCount(2);
    reason.setPromptText(here.t("deciding.reason.prompt"));
    reason.textProperty().addListener((o, was, is) -> ready());
    this.table =
        new Table<Obvious.Proposal>(
                Nodes.empty(here.t("obvious.none"), here.t("obvious.none.next")))
            .nodes("", 44, this::box)
            .nodes(here.t("deciding.field"), 190, this::field)
            .nodes(here.t("obvious.kept"), 330, this::values)
            .column(
                here.t("obvious.why"), 190, p -> here.texts().code("obviousWhy", p.why().name()));
    table.setId("obvious-list");
    // Space chooses what the keyboard stands on.
    table.addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          Obvious.Proposal p = table.getSelectionModel().getSelectedItem();
          if (e.getCode() == KeyCode.SPACE && p != null) {
            choose(p, !chosen.contains(p));
            table.refresh();
            e.consume();
          }
        });
    build();
    ready();
    refresh();
  }

  private void build() {
    Button all =
        Nodes.button(
            here.t("obvious.all"),
            "",
            () -> {
              chosen.addAll(table.getItems());
              table.refresh();
              ready();
            });
    all.setId("obvious-all");
    VBox list = Nodes.card(table);
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox why = Nodes.card(Nodes.label(here.t("deciding.reason"), "strong"), reason);
    HBox.setHgrow(why, Priority.ALWAYS);
    VBox rule = Nodes.card(Nodes.label(here.t("obvious.rule"), "muted"));
    rule.setPrefWidth(380);
    rule.setMinWidth(260);
    HBox below = new HBox(14, why, rule);
    below.setMinHeight(HBox.USE_PREF_SIZE);
    page.getStyleClass().add("page");
    page.getChildren()
        .setAll(
            Nodes.header(
                here.t("deciding.crumb"),
                here.t("obvious.title"),
                here.t("obvious.below"),
                Nodes.button(
                    here.t("obvious.single"), "", () -> here.navigator().go(new Place.Deciding())),
                all,
                record),
            list,
            below);
  }

  @Override
  public void refresh() {
    line.ask(
        obvious::proposals,
        found -> {
          chosen.retainAll(found);
          table.getItems().setAll(found);
          ready();
        });
  }

  private Node box(Obvious.Proposal p) {
    CheckBox box = new CheckBox();
    box.setId("obvious-" + table.getItems().indexOf(p));
    box.setAccessibleText(p.number() + " " + name(p));
    box.setSelected(chosen.contains(p));
    box.setOnAction(e -> choose(p, box.isSelected()));
    return box;
  }

  private void choose(Obvious.Proposal p, boolean yes) {
    if (yes) {
      chosen.add(p);
    } else {
      chosen.remove(p);
    }
    ready();
  }

  private String name(Obvious.Proposal p) {
    return here.texts().code("field", FieldWords.family(p.point().key()));
  }

  private Node field(Obvious.Proposal p) {
    VBox words =
        new VBox(
            1,
            Nodes.line(p.number(), "mono"),
            Nodes.line(here.texts().code("kind", p.kind()) + " · " + name(p), "muted", "small"));
    words.setAlignment(Pos.CENTER_LEFT);
    return words;
  }

  /** What would be kept, and below what would not. */
  private Node values(Obvious.Proposal p) {
    List<String> rest = new ArrayList<>();
    VBox words = new VBox(1);
    words.setAlignment(Pos.CENTER_LEFT);
    for (Disagreement.Voice v : p.point().voices()) {
      String value = FieldWords.value(p.point().key(), v.value(), here.texts());
      if (v.version().equals(p.taken())) {
        words.getChildren().add(Nodes.line(value, "strong"));
      } else {
        rest.add(value);
      }
    }
    words
        .getChildren()
        .add(
            Nodes.line(
                here.t("obvious.not", rest.stream().collect(Collectors.joining(" / "))),
                "muted",
                "small"));
    return words;
  }

  private void ready() {
    record.setText(here.t("obvious.record", chosen.size()));
    record.setDisable(chosen.isEmpty() || reason.getText().isBlank());
  }

  @Override
  public void goOn() {
    if (record.isDisabled()) {
      here.dialogs().notice(here.t("deciding.needed"));
      return;
    }
    List<Obvious.Proposal> all = List.copyOf(chosen);
    String why = reason.getText();
    line.act(
        () -> obvious.decide(all, why),
        decided -> {
          chosen.clear();
          reason.clear();
          here.dialogs()
              .notice(
                  decided == all.size()
                      ? here.t("deciding.done")
                      : here.t("obvious.some", decided, all.size()));
          refresh();
        });
  }

  @Override
  public Node node() {
    return page;
  }

  @Override
  public void closed() {
    line.close();
  }
}
