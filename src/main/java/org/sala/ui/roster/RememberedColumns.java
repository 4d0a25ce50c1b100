package org.sala.ui.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.sala.casework.station.Preferences;
import org.sala.domain.Value;
import org.sala.ui.kit.ColumnChoice;
import org.sala.ui.kit.Columns;
import org.sala.ui.kit.ListLook;
import org.sala.ui.kit.Table;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/** How an officer likes the columns of lists: their order and widths, and what is sorted by. */
public final class RememberedColumns {
  private final Preferences preferences;
  private final Work.Line line;
  private final Map<String, BooleanProperty> open = new HashMap<>();

  public RememberedColumns(Preferences preferences, Work.Line line) {
    this.preferences = preferences;
    this.line = line;
  }

  /**
   * Puts the columns into a table, as the officer left them.
   *
   * @param id of the table, by which it is remembered; the same for the same list of every case
   */
  public <R> Table<R> on(Table<R> table, String id, Columns<R> columns) {
    table.setId(id);
    return table.arranged(columns, look(id), look -> keep(id, look));
  }

  /**
   * Returns the choice of a table's columns; it stays open however often the table is made anew.
   *
   * @param table one that {@link #on} has put the columns into
   */
  public ColumnChoice choice(Table<?> table, Here here) {
    ColumnChoice choice = table.choice(new ColumnTexts(here));
    choice
        .button()
        .selectedProperty()
        .bindBidirectional(open.computeIfAbsent(table.getId(), id -> new SimpleBooleanProperty()));
    return choice;
  }

  /** Returns the look that was kept, where it is still understood. */
  Optional<ListLook> look(String id) {
    return preferences.value(key(id)).flatMap(RememberedColumns::look);
  }

  void keep(String id, ListLook look) {
    line.act(
        () -> {
          preferences.set(key(id), value(look));
          return look;
        },
        done -> {});
  }

  private static String key(String id) {
    return "list." + id;
  }

  private static Value value(ListLook look) {
    List<Value> columns = new ArrayList<>();
    for (ListLook.Shown s : look.columns()) {
      columns.add(
          Value.parts(
              Map.of(
                  "key", s.key(),
                  "width", String.valueOf(Math.round(s.width())),
                  "visible", String.valueOf(s.visible()))));
    }
    return new Value.Parts(
        Map.of(
            "columns", new Value.Listing(columns),
            "sort", Value.text(look.sort()),
            "descending", Value.flag(look.descending())));
  }

  private static Optional<ListLook> look(Value value) {
    if (!(value instanceof Value.Parts p)
        || !(p.parts().get("columns") instanceof Value.Listing l)) {
      return Optional.empty();
    }
    List<ListLook.Shown> columns = new ArrayList<>();
    for (Value item : l.items()) {
      if (item instanceof Value.Parts c && c.text("width").orElse("").matches("\\d{1,4}")) {
        columns.add(
            new ListLook.Shown(
                c.text("key").orElse(""),
                Double.parseDouble(c.text("width").orElse("0")),
                c.text("visible").orElse("").equals("true")));
      }
    }
    return Optional.of(new ListLook(columns, p.text("sort").orElse(""), p.flag("descending")));
  }
}
