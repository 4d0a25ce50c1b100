package org.sala.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.sala.ui.route.Place;
import org.sala.ui.shell.Shell;
import org.sala.ui.text.Texts;

/** Pictures of what is asked: each opens one dialog the way an officer does, or fails. */
final class Asked {
  private static final List<Texts> LANGUAGES =
      List.of(Texts.in("en", ZoneOffset.UTC), Texts.in("th", ZoneOffset.UTC));

  private final Map<String, View> views = new LinkedHashMap<>();

  /** By a button that has an id. */
  void click(String name, Place place, String button) {
    when(name, place, shell -> Hand.click(shell, button));
  }

  /** By Ctrl and a key. */
  void press(String name, Place place, KeyCode key) {
    when(name, place, shell -> Hand.control(shell, key));
  }

  /** By the words on a button. */
  void verb(String name, Place place, String words) {
    when(name, place, shell -> verb(shell, words));
  }

  /** By whatever is done there. */
  void when(String name, Place place, Consumer<Shell> ask) {
    views.put(
        "asked-" + name,
        View.moment(
            place,
            shell -> {
              ask.accept(shell);
              assertThat(shell.node().lookup(".dialog-box")).as(name).isNotNull();
            }));
  }

  Map<String, View> views() {
    return views;
  }

  /** Presses the first button that says these words, in whichever language. */
  static void verb(Shell shell, String words) {
    shell.node().lookupAll(".button").stream()
        .filter(n -> n instanceof ButtonBase b && says(b.getText(), words))
        .map(ButtonBase.class::cast)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no button says " + words))
        .fire();
  }

  /** In Today: runs a command of the palette by its words. */
  static void command(Shell shell, String words) {
    Texts spoken =
        LANGUAGES.stream()
            .filter(
                t ->
                    shell.node().lookupAll(".label").stream()
                        .anyMatch(
                            n -> n instanceof Label l && l.getText().equals(t.t("today.next"))))
            .findFirst()
            .orElseThrow();
    Hand.control(shell, KeyCode.K);
    Hand.type(shell, "search", spoken.t(words));
    Hand.press(shell.node().lookup("#search"), KeyCode.ENTER);
  }

  private static boolean says(String text, String words) {
    return LANGUAGES.stream().anyMatch(t -> t.t(words).equals(text));
  }
}
