package org.sala.ui.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sala.casework.people.Apart;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Column;
import org.sala.ui.kit.Nodes;
import org.sala.ui.text.BirthWords;
import org.sala.ui.text.Texts;

/**
 * The number that somebody is known by. Where another person wears the same, what tells the two
 * apart stands with it wherever somebody is looked for or chosen: nothing may be written into the
 * wrong person's record.
 */
public final class NumberWords {
  /** Room for what tells two wearers apart. */
  public static final double APART = 220;

  private static final double ALONE = 80;

  private NumberWords() {}

  /** Returns the number, and what tells its wearers apart. */
  public static String of(People.PersonLine p, Texts texts) {
    return apart(p, texts).map(words -> number(p, texts) + " · " + words).orElse(number(p, texts));
  }

  /** Returns the number with the name, where one of several is chosen. */
  public static String named(People.PersonLine p, Texts texts) {
    String name = p.name().isEmpty() ? p.roman() : p.name();
    String differs = p.namesDiffering().isEmpty() ? "" : " (" + texts.t("disputed") + ")";
    String who = (p.wristband() + "  " + name).strip() + differs;
    return apart(p, texts).map(words -> who + " · " + words).orElse(who);
  }

  /** Sex, age, station and arrival; empty where nobody else wears the number. */
  public static Optional<String> apart(People.PersonLine p, Texts texts) {
    return p.apart().map(a -> words(p, a, texts));
  }

  /** Returns the number for a list, with what tells apart below. */
  public static VBox node(People.PersonLine p, Texts texts) {
    VBox box = alone(Nodes.line(number(p, texts), "mono"));
    p.apart()
        .ifPresent(a -> box.getChildren().add(Nodes.line(words(p, a, texts), "warning", "small")));
    return box;
  }

  /** A number in a list of what was written with people, and who of its wearers it was. */
  public static <R> Column<R> column(
      Function<R, String> number,
      Function<R, RecordId> person,
      Map<RecordId, People.PersonLine> sharing,
      Texts texts) {
    return column(
        sharing.isEmpty() ? ALONE : APART,
        number,
        r -> Optional.ofNullable(sharing.get(person.apply(r))),
        texts);
  }

  /**
   * A number in a list of what was written with people, and who of its wearers it was.
   *
   * @param wearer empty where nobody else wears the number
   */
  public static <R> Column<R> column(
      double width,
      Function<R, String> number,
      Function<R, Optional<People.PersonLine>> wearer,
      Texts texts) {
    return Column.nodes(
        "number",
        texts.t("people.number"),
        width,
        r ->
            wearer
                .apply(r)
                .map(p -> wrapped(p, texts))
                .orElseGet(() -> alone(Nodes.line(number.apply(r), "mono"))));
  }

  /** The number, and what tells its wearers apart whole: it wraps where the column is narrow. */
  private static VBox wrapped(People.PersonLine p, Texts texts) {
    VBox box = alone(Nodes.line(number(p, texts), "mono"));
    apart(p, texts).ifPresent(words -> box.getChildren().add(below(words)));
    return box;
  }

  private static Label below(String words) {
    Label label = Nodes.label(words, "warning", "small");
    // A row has one height.
    label.setMinHeight(Region.USE_COMPUTED_SIZE);
    return label;
  }

  private static VBox alone(Node number) {
    VBox box = new VBox(1, number);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private static String number(People.PersonLine p, Texts texts) {
    return p.wristband().isEmpty() ? texts.t("people.unnamed") : p.wristband();
  }

  private static String words(People.PersonLine p, Apart a, Texts texts) {
    List<String> words = new ArrayList<>();
    words.add(
        a.here()
            ? texts.t("same.here")
            : a.station().isEmpty() ? texts.t("same.elsewhere") : a.station());
    if (!p.sex().isEmpty()) {
      words.add(texts.code("sex", p.sex()));
    }
    if (!a.births().isEmpty()) {
      words.add(
          a.births().stream().map(b -> BirthWords.of(b, texts)).collect(Collectors.joining(" / ")));
    }
    p.arrivedMillis().ifPresent(at -> words.add(texts.date(at)));
    return String.join(" · ", words);
  }
}
