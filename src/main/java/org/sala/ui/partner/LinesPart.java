package org.sala.ui.partner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.partner.CopyValues;
import org.sala.casework.partner.Redaction;
import org.sala.domain.AttachedFile;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.route.Here;

/** Every record of a copy and each of its fields: what it says, whether it goes, why not. */
final class LinesPart {
  /** A record's own line where {@code line} is empty, else one of its fields. */
  record Row(Redaction.Item item, Optional<Redaction.Line> line) {
    String field() {
      return line.map(Redaction.Line::field).orElse("");
    }
  }

  private final Here here;
  private final Consumer<Row> choose;
  private final CopyValues values;
  private final Table<Row> table;
  private final VBox card;
  private final Map<RecordId, String> names = new HashMap<>();

  /**
   * @param choose puts a line in or takes it out
   */
  LinesPart(Here here, Consumer<Row> choose) {
    this.here = here;
    this.choose = choose;
    this.values = new CopyValues(here.texts());
    this.table =
        new Table<Row>(Nodes.empty(here.t("partner.empty"), here.t("partner.empty.next")))
            .nodes("", 44, this::box)
            .nodes(here.t("partner.field"), 160, this::named)
            .nodes(here.t("partner.says"), 200, this::says)
            .nodes(here.t("partner.why"), 290, this::reason)
            .low()
            .enters(choose);
    table.setId("copy-lines");
    table.addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          Row row = table.getSelectionModel().getSelectedItem();
          if (e.getCode() == KeyCode.SPACE && row != null) {
            choose.accept(row);
            e.consume();
          }
        });
    this.card = Nodes.card(table);
    VBox.setVgrow(table, Priority.ALWAYS);
  }

  Node node() {
    return card;
  }

  /** The place of the keyboard stays where it was. */
  void show(Redaction r) {
    names.clear();
    r.items().forEach(i -> names.put(i.record(), heading(i)));
    List<Row> rows = new ArrayList<>();
    for (Redaction.Item i : r.items()) {
      rows.add(new Row(i, Optional.empty()));
      i.lines().forEach(l -> rows.add(new Row(i, Optional.of(l))));
    }
    int at = table.getSelectionModel().getSelectedIndex();
    table.getItems().setAll(rows);
    if (!rows.isEmpty()) {
      table.getSelectionModel().clearAndSelect(Math.clamp(at, 0, rows.size() - 1));
    }
  }

  String name(Row row) {
    return row.line()
        .map(l -> here.texts().code("field", l.field()))
        .orElseGet(() -> heading(row.item()));
  }

  /** Why a field stays, in words. */
  String why(Redaction.Line line) {
    return line.why().map(w -> here.texts().code("copyWhy", w.name())).orElse("");
  }

  private String heading(Redaction.Item i) {
    String kind = here.texts().code("kind", i.kind());
    return i.number().equals("–") ? kind : kind + " " + i.number();
  }

  private Node box(Row row) {
    if (row.line().isEmpty()) {
      Button out = Nodes.button("×", "", () -> choose.accept(row), "plain");
      out.setId("copy-out-" + row.item().kind() + "-" + row.item().number());
      out.setAccessibleText(here.t("partner.out", heading(row.item())));
      return out;
    }
    Redaction.Line line = row.line().get();
    boolean fixed =
        !line.goes()
            && !line.addable()
            && line.why().filter(Redaction.Why.OFFICER::equals).isEmpty();
    if (fixed) {
      return Nodes.line(" –", "muted");
    }
    CheckBox box = new CheckBox();
    box.setSelected(line.goes());
    box.setId("copy-" + row.item().kind() + "-" + row.item().number() + "-" + line.field());
    box.setAccessibleText(name(row));
    // The list comes anew with every choice; until then it shows what stands.
    box.setOnAction(
        e -> {
          box.setSelected(line.goes());
          choose.accept(row);
        });
    return box;
  }

  private Node named(Row row) {
    return row.line().isEmpty()
        ? Nodes.line(heading(row.item()), "strong")
        : Nodes.line(name(row), "muted");
  }

  private Node says(Row row) {
    if (row.line().isEmpty()) {
      return Nodes.line("");
    }
    Redaction.Line line = row.line().get();
    String pointing =
        line.values().values().stream()
            .flatMap(v -> v.asRef().stream())
            .map(ref -> names.getOrDefault(ref, ""))
            .filter(n -> !n.isEmpty())
            .collect(Collectors.joining(", "));
    // What points to a record that is not in the copy has no words of its own.
    boolean points = line.values().values().stream().anyMatch(v -> v.asRef().isPresent());
    String said =
        !pointing.isEmpty()
            ? pointing
            : points ? here.t("none") : values.of(line.field(), line.values());
    return line.goes() ? Nodes.line(said) : Nodes.line(said, "muted");
  }

  static boolean isFile(Redaction.Line line) {
    return line.values().values().stream().anyMatch(v -> AttachedFile.of(v).isPresent());
  }

  private Node reason(Row row) {
    VBox box = new VBox();
    box.setAlignment(Pos.CENTER_LEFT);
    row.line()
        .ifPresent(
            line -> {
              if (!line.added().isEmpty()) {
                box.getChildren().add(Nodes.line(here.t("partner.added", line.added()), "small"));
                if (isFile(line)) {
                  box.getChildren().add(Nodes.line(here.t("partner.asitis"), "danger", "small"));
                }
              } else if (!line.goes()) {
                box.getChildren().add(Nodes.line(why(line), "muted", "small"));
              }
            });
    return box;
  }
}
