package org.sala.ui.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sala.casework.history.Histories;
import org.sala.casework.people.Cases;
import org.sala.domain.AttachedFile;
import org.sala.domain.Compartment;
import org.sala.domain.DomainFault;
import org.sala.domain.Field;
import org.sala.domain.FileNames;
import org.sala.domain.Kinds;
import org.sala.domain.Moment;
import org.sala.domain.PartialDate;
import org.sala.domain.Value;
import org.sala.ui.kit.Nodes;

/** How fields and their changes are written for people to read. */
public final class FieldWords {
  /** Fields that name another record: the record itself is shown where it stands. */
  private static final Set<String> REFERENCES = Set.of("case", "person", "addsTo");

  private FieldWords() {}

  /** The field that a key belongs to, without the element. */
  public static String family(String key) {
    int slash = key.indexOf('/');
    return slash < 0 ? key : key.substring(0, slash);
  }

  public static boolean isProtected(String kind, String key) {
    return Kinds.find(kind)
        .flatMap(k -> k.field(key))
        .map(Field::compartment)
        .filter(c -> c == Compartment.PROTECTION)
        .isPresent();
  }

  /** Every value where versions differ, with a word that says so. */
  public static String value(Cases.Shown shown, Texts texts) {
    String all =
        shown.versions().stream()
            .map(v -> value(shown.key(), v, texts))
            .collect(Collectors.joining(" / "));
    return shown.disputed() ? all + " (" + texts.t("disputed") + ")" : all;
  }

  public static String value(String key, Value value, Texts texts) {
    return switch (value) {
      case Value.Nothing n -> texts.t("none");
      case Value.Flag f -> {
        int slash = key.indexOf('/');
        yield slash >= 0
            ? texts.code("lang", key.substring(slash + 1))
            : texts.t(f.yes() ? "yes" : "no");
      }
      case Value.Whole w -> Long.toString(w.number());
      case Value.Decimal d -> d.number().toPlainString();
      case Value.Text t -> text(key, t.text(), texts);
      case Value.Listing l ->
          l.items().stream().map(i -> value(key, i, texts)).collect(Collectors.joining(", "));
      case Value.Parts p ->
          switch (family(key)) {
            case "birth" -> BirthWords.of(PartialDate.of(p), texts);
            case "photo", "file" -> file(p, texts);
            default -> parts(p);
          };
    };
  }

  private static String text(String key, String text, Texts texts) {
    return switch (family(key)) {
      case "arrived",
          "detained",
          "began",
          "readBack",
          "closed",
          "at",
          "sealed",
          "received",
          "taken" ->
          moment(text, texts);
      case "language", "readBackIn" -> texts.code("lang", text);
      case "signature" -> texts.code("signature", text);
      case "status", "sensitivity", "caseKind", "sex", "forced", "defrauded", "role" ->
          texts.code(family(key), text);
      case "roleGrade" -> texts.code("grade", text);
      default -> text;
    };
  }

  private static String moment(String text, Texts texts) {
    try {
      return texts.date(Moment.of(text));
    } catch (DomainFault e) {
      // A newer station may write moments in another form; they are shown as they are.
      return text;
    }
  }

  /** A file by its name and size; both come from outside. */
  private static String file(Value.Parts parts, Texts texts) {
    return AttachedFile.of(parts)
        .map(f -> FileNames.shown(f.name()) + " · " + texts.size(f.size()))
        .orElse("");
  }

  private static String parts(Value.Parts parts) {
    List<String> words = new ArrayList<>();
    parts.text("typed").ifPresent(words::add);
    parts.text("text").ifPresent(words::add);
    parts.text("roman").ifPresent(words::add);
    return String.join(" · ", words);
  }

  /** One act in a history: who, when, why, and each field before and after. */
  public static Node entry(Histories.Entry e, Texts texts) {
    String who = e.authorName().isEmpty() ? texts.t("history.other") : e.authorName();
    Region head = Nodes.label(who + " · " + texts.date(e.time()), "muted", "small");
    VBox box = new VBox(2, head);
    e.reason()
        .filter(r -> !r.startsWith("undo "))
        .ifPresent(r -> box.getChildren().add(Nodes.label(texts.t("history.because", r), "small")));
    if (e.reason().filter(r -> r.startsWith("undo ")).isPresent()) {
      box.getChildren().add(Nodes.label(texts.t("history.undone"), "small"));
    }
    if (e.fields().isEmpty()) {
      box.getChildren().add(Nodes.label(texts.t("history.keptback"), "muted"));
    }
    for (Histories.FieldChange c : e.fields()) {
      if (REFERENCES.contains(c.key())) {
        continue;
      }
      String name = texts.code("field", family(c.key()));
      String after = c.after().map(v -> value(c.key(), v, texts)).orElse(texts.t("none"));
      box.getChildren()
          .add(
              Nodes.label(
                  c.before().isEmpty()
                      ? texts.t("history.set", name, after)
                      : texts.t(
                          "history.changed", name, value(c.key(), c.before().get(), texts), after),
                  "plain"));
    }
    return box;
  }
}
