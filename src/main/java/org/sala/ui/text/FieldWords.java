package org.sala.ui.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;

/** How fields and their changes are written for people to read. */
public final class FieldWords {
  /** Fields that name another record: the record itself is shown where it stands. */
  private static final Set<String> REFERENCES = Set.of("case", "person", "addsTo");

  private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\S+( .*)?");

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

  /** Fields of which versions differ, each with all values; empty where all is settled. */
  public static Optional<VBox> differing(List<Cases.Shown> fields, Texts texts) {
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    VBox all = new VBox(2, new Badge(Badge.Kind.WARNING, texts.t("disputed")));
    for (Cases.Shown shown : fields) {
      String values =
          shown.versions().stream()
              .map(v -> value(shown.key(), v, texts))
              .collect(Collectors.joining(" / "));
      all.getChildren().add(Nodes.label(name(shown.key(), texts) + ": " + values, "warning-words"));
    }
    return Optional.of(all);
  }

  public static String value(String key, Value value, Texts texts) {
    return switch (value) {
      case Value.Nothing n -> texts.t("none");
      case Value.Flag f -> {
        int slash = key.indexOf('/');
        yield slash >= 0 && family(key).equals("language")
            ? texts.code("lang", key.substring(slash + 1))
            : texts.t(f.yes() ? "yes" : "no");
      }
      case Value.Whole w -> Long.toString(w.number());
      case Value.Decimal d -> texts.amount(d.number());
      case Value.Text t -> text(key, t.text(), texts);
      case Value.Listing l ->
          l.items().stream().map(i -> value(key, i, texts)).collect(Collectors.joining(", "));
      case Value.Parts p ->
          switch (family(key)) {
            case "birth" -> birth(p, texts);
            case "photo", "file" -> file(p, texts);
            case "answer", "context", "silent" -> answer(p, texts);
            default -> parts(p, texts);
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
      case "notReadBack" -> texts.code("endRead", text);
      case "signature" -> texts.code("signature", text);
      case "coercion", "finding", "service", "basis", "freedom", "phone" ->
          texts.code(family(key), text);
      case "answer" -> texts.code("consent", text);
      case "purpose" -> texts.code("consentFor", text);
      case "recipient" -> texts.code("consentTo", text);
      case "safe" -> texts.code("safeToAct", text);
      case "state" -> first(List.of("referralState", "stayState", "screeningState"), text, texts);
      case "decision" -> texts.code("identified", text);
      case "track" -> texts.code("dossier.what", text);
      case "how" -> first(List.of("house.pair.title", "outcomeHow"), text, texts);
      case "status" -> first(List.of("status", "insideStatus"), text, texts);
      case "sensitivity", "caseKind", "sex", "forced", "defrauded", "role" ->
          texts.code(family(key), text);
      case "source", "reliability", "credibility" -> texts.code(family(key), text);
      case "roleGrade" -> texts.code("grade", text);
      // Ids of what was answered before: how many says enough.
      case "knew" -> Integer.toString(text.equals("-") ? 0 : text.split(" ", -1).length);
      default -> MOMENT.matcher(text).matches() ? moment(text, texts) : text;
    };
  }

  /** What was answered, in whose words, and how that came; an answer of another kind as it is. */
  private static String answer(Value.Parts parts, Texts texts) {
    List<String> words = new ArrayList<>();
    parts
        .text("code")
        .filter(c -> !c.isEmpty())
        .map(c -> texts.code("answer", c))
        .ifPresent(words::add);
    parts.text("words").filter(w -> !w.isEmpty()).ifPresent(words::add);
    parts
        .text("came")
        .filter(c -> !c.isEmpty())
        .map(c -> texts.code("came", c))
        .ifPresent(words::add);
    return words.isEmpty() ? parts(parts, texts) : String.join(" · ", words);
  }

  /** The words of the first family that has the code: a field of one name is of several kinds. */
  private static String first(List<String> families, String code, Texts texts) {
    return Stream.of(code, code.toUpperCase(Locale.ROOT))
        .flatMap(c -> families.stream().map(f -> texts.code(f, c)).filter(w -> !w.equals(c)))
        .findFirst()
        .orElse(code);
  }

  /** What a field is called, and where there are many of it which of them. */
  private static String name(String key, Texts texts) {
    String family = family(key);
    String name = texts.code("field", family);
    return switch (family) {
      case "shared" -> name + ": " + texts.code("shared", key.substring(key.indexOf('/') + 1));
      case "answer", "seen", "context", "silent" ->
          key.contains("/") ? name + " " + key.substring(key.lastIndexOf('/') + 1) : name;
      case "urgency", "told", "toldAt" ->
          key.contains("/")
              ? name + " (" + texts.code("urgency", key.substring(key.indexOf('/') + 1)) + ")"
              : name;
      default -> name;
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

  private static String parts(Value.Parts parts, Texts texts) {
    List<String> words = new ArrayList<>();
    parts.text("typed").ifPresent(words::add);
    parts.text("who").ifPresent(words::add);
    parts.text("text").ifPresent(words::add);
    parts.text("roman").ifPresent(words::add);
    parts.text("scheme").ifPresent(s -> words.add(texts.code("scheme", s)));
    parts.text("grade").ifPresent(g -> words.add(texts.code("grade", g)));
    return sourced(String.join(" · ", words), parts, texts);
  }

  /** An age, and that it puts a slip right where it says so. */
  private static String birth(Value.Parts parts, Texts texts) {
    String age = sourced(BirthWords.of(PartialDate.of(parts), texts), parts, texts);
    return parts.parts().containsKey("slip") ? age + " · " + texts.t("age.slip") : age;
  }

  /** A fact, where it comes from and how sure it is. */
  private static String sourced(String fact, Value.Parts parts, Texts texts) {
    List<String> words = new ArrayList<>();
    Optional.of(fact).filter(f -> !f.isEmpty()).ifPresent(words::add);
    parts.text("source").ifPresent(s -> words.add(texts.code("source", s)));
    graded(parts).ifPresent(g -> words.add(texts.t("person.graded", g)));
    return String.join(" · ", words);
  }

  /**
   * Returns both halves of an Admiralty grade as they are written: B2, or B- where one was not
   * judged.
   */
  private static Optional<String> graded(Value.Parts parts) {
    String both = parts.text("reliability").orElse("-") + parts.text("credibility").orElse("-");
    return Optional.of(both).filter(b -> !b.equals("--"));
  }

  /** One act in a history: who, when, why, and each field before and after. */
  public static Node entry(Histories.Entry e, Texts texts) {
    String who = e.authorName().isEmpty() ? texts.t("history.other") : e.authorName();
    String where =
        e.here()
            ? ""
            : " · "
                + texts.t(
                    "history.from",
                    e.stationName().isEmpty() ? texts.t("history.elsewhere") : e.stationName());
    Region head = Nodes.label(who + where + " · " + texts.date(e.time()), "muted", "small");
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
      if (REFERENCES.contains(c.key()) || c.after().flatMap(Value::asRef).isPresent()) {
        continue;
      }
      String name = name(c.key(), texts);
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
