package org.sala.ui.settings;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.layout.VBox;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Theme;
import org.sala.ui.route.Here;
import org.sala.ui.text.Texts;

/** How the program looks to this officer, and after how long it locks by itself. */
final class LookCard {
  /** Minutes; never is no choice. */
  private static final List<String> IDLE = List.of("2", "5", "10", "20", "30");

  private final Here here;

  LookCard(Here here) {
    this.here = here;
  }

  VBox card(SettingsScreen.Look look) {
    Form form = new Form();
    Consumer<String> speak = look.speak();
    Choice language =
        form.add(
            here.t("door.language"), new Choice(Texts.LANGUAGES, c -> here.t("language." + c)));
    language.setId("look-language");
    language.setValue(here.texts().language());
    language.valueProperty().addListener((o, was, is) -> speak.accept(is));
    Choice theme =
        form.add(
            here.t("settings.theme"),
            new Choice(List.of("LIGHT", "DARK"), c -> here.t("theme." + c)));
    theme.setValue(look.theme().name());
    theme.valueProperty().addListener((o, was, is) -> look.wear().accept(Theme.valueOf(is)));
    Choice idle =
        form.add(
            here.t("settings.idle"),
            new Choice(IDLE, m -> here.t("settings.minutes", Integer.valueOf(m))));
    idle.setId("idle");
    idle.setValue(Integer.toString(look.idleMinutes()));
    IntConsumer lockAfter = look.lockAfter();
    idle.valueProperty().addListener((o, was, is) -> lockAfter.accept(Integer.parseInt(is)));
    return Nodes.card(
        Nodes.label(here.t("settings.look"), "strong"),
        form,
        Nodes.label(here.t("settings.zoom"), "muted", "small"));
  }
}
