package org.sala.ui.roster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Drafts;
import org.sala.casework.station.Seen;
import org.sala.domain.PartialDate;
import org.sala.domain.Value;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Base;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Here;
import org.sala.ui.text.FieldWords;

/**
 * What a form changed, against the fields as they stood when it was opened: what was left alone is
 * not written again, what was emptied is taken away.
 */
public final class Edits {
  private final Map<String, Cases.Shown> before;
  private final Here here;
  private final Map<String, Value> changes = new LinkedHashMap<>();
  private final Map<String, List<Base>> bases = new LinkedHashMap<>();
  private final List<Cases.Shown> left = new ArrayList<>();

  public Edits(Map<String, Cases.Shown> before, Here here) {
    this.before = before;
    this.here = here;
  }

  /** The words of a field as they stood; the first of several versions. */
  public String text(String key) {
    Cases.Shown shown = before.get(key);
    return shown == null ? "" : shown.value().asText().orElse("");
  }

  /** Returns some fields of words as they stood, together. */
  public Value.Parts parts(List<String> keys) {
    Map<String, Value> parts = new LinkedHashMap<>();
    keys.stream().filter(k -> !text(k).isEmpty()).forEach(k -> parts.put(k, Value.text(text(k))));
    return new Value.Parts(parts);
  }

  /** Returns a date as somebody typed it. */
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

  /**
   * How the fields stood when the form was opened, or when a draft was begun that was put back:
   * what came since is not written over.
   */
  public Seen seen() {
    Seen seen = Cases.seen(before);
    for (Map.Entry<String, List<Base>> e : bases.entrySet()) {
      Optional<Base> older = e.getValue().stream().filter(Base::older).findFirst();
      if (older.isPresent()) {
        seen = seen.with(e.getKey(), older.get().began().by());
      }
    }
    return seen;
  }

  /** Says that a control shows a field, so that its draft is kept with what stood there. */
  public Base shows(String key, Node control) {
    return shows(key, control, text(control));
  }

  /**
   * Says that a control that begins empty writes a field: what it writes takes the place of what
   * stands.
   */
  public void replaces(String key, Node control) {
    Cases.Shown shown = before.get(key);
    shows(key, control, shown == null ? "" : FieldWords.value(shown, here.texts()));
  }

  private Base shows(String key, Node control, String words) {
    Cases.Shown shown = before.get(key);
    Base base =
        new Base(
            new Drafts.Stood(words, Cases.seen(before).by(key)),
            Optional.ofNullable(shown)
                .filter(Cases.Shown::disputed)
                .map(s -> FieldWords.value(s, here.texts())));
    ControlFields.shows(control, base);
    bases.computeIfAbsent(key, k -> new ArrayList<>()).add(base);
    return base;
  }

  private static String text(Node control) {
    return switch (control) {
      case TextInputControl t -> t.getText() == null ? "" : t.getText();
      case Choice c -> c.getValue() == null ? "" : c.getValue();
      default -> throw new IllegalArgumentException("nothing is typed there");
    };
  }

  /**
   * Says that a control shows a field, and leaves one alone of which versions differ: this form
   * shows one of them, and whoever changed that would do away with the other unseen. A draft that
   * was begun before they differed is put back all the same: it stands beside them.
   */
  public Edits leave(String key, Node control) {
    Base base = shows(key, control);
    Cases.Shown shown = before.get(key);
    if (shown != null && shown.disputed()) {
      control.setDisable(true);
      base.onMoved(() -> control.setDisable(!base.older()));
      left.add(shown);
    }
    return this;
  }

  /**
   * The form, and above it what cannot be changed in it: every value, and what can be done.
   *
   * @param elsewhere where such a field can be changed by itself
   */
  public Node telling(Form form, String elsewhere) {
    if (left.isEmpty()) {
      return form;
    }
    Form differing = new Form();
    differing.setId("differing");
    left.forEach(
        shown ->
            differing.show(
                here.texts().code("field", FieldWords.family(shown.key())),
                FieldWords.value(shown, here.texts())));
    return new VBox(
        10,
        Nodes.label(here.t("edit.differ"), "warning-text"),
        differing,
        Nodes.label(elsewhere, "muted"),
        form);
  }

  /** What becomes of what was changed. */
  public interface Save {
    /**
     * Saves the changes.
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
