package org.sala.ui.roster;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Seen;
import org.sala.domain.PartialDate;
import org.sala.domain.Value;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/**
 * What a form changed, against the fields as they stood when it was opened: what was left alone is
 * not written again, what was emptied is taken away.
 */
public final class Edits {
  private final Map<String, Cases.Shown> before;
  private final Map<String, Value> changes = new LinkedHashMap<>();
  private boolean left;

  public Edits(Map<String, Cases.Shown> before) {
    this.before = before;
  }

  /** The words of a field as they stood; the first of several versions. */
  public String text(String key) {
    Cases.Shown shown = before.get(key);
    return shown == null ? "" : shown.value().asText().orElse("");
  }

  /** A date as somebody typed it. */
  public String typed(String key) {
    Cases.Shown shown = before.get(key);
    return shown == null ? "" : PartialDate.of(shown.value()).typed();
  }

  /** Words or a code. */
  public Edits put(String key, String typed) {
    return put(key, text(key), typed, Value::text);
  }

  /** A date, read from what was typed. */
  public Edits date(String key, String typed, Function<String, PartialDate> reader) {
    return put(key, typed(key), typed, t -> reader.apply(t).toValue());
  }

  private Edits put(String key, String was, String typed, Function<String, Value> value) {
    String is = typed.strip();
    if (is.equals(was.strip())) {
      changes.remove(key);
    } else {
      changes.put(key, is.isEmpty() ? Value.Nothing.HERE : value.apply(is));
    }
    return this;
  }

  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** How the fields stood when the form was opened: what came since is not written over. */
  public Seen seen() {
    return Cases.seen(before);
  }

  /**
   * Leaves a field alone of which versions differ: this form shows one of them, and whoever changed
   * that would do away with the other unseen.
   */
  public Edits leave(String key, Node control) {
    Cases.Shown shown = before.get(key);
    if (shown != null && shown.disputed()) {
      control.setDisable(true);
      left = true;
    }
    return this;
  }

  /** The form, and why some of it cannot be changed. */
  public Node telling(Form form, Here here) {
    return left ? new VBox(10, Nodes.label(here.t("edit.differ"), "warning-text"), form) : form;
  }

  /** What becomes of what was changed. */
  public interface Save {
    /**
     * Saves it.
     *
     * @param seen how it stood when the form was opened
     */
    void save(Map<String, Value> changes, String reason, Seen seen);
  }

  public Map<String, Value> changes() {
    return changes;
  }

  @Override
  public String toString() {
    return "Edits[" + changes.size() + "]";
  }
}
