package org.sala.ui.roster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.scene.layout.VBox;
import org.sala.casework.consent.Fears;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/** Writes down that a person fears a country's authorities, or being returned there. */
public final class FearForm {
  private FearForm() {}

  public static void ask(Here here, BiConsumer<String, Fears.Of> says) {
    Form form = new Form();
    List<String> countries = new ArrayList<>(Fears.COUNTRIES);
    countries.addFirst(Fears.NOT_NAMED);
    Choice country = form.add(here.t("fear.country"), new Choice(countries, here.texts()::country));
    country.setId("fear-country");
    Choice of =
        form.add(
            here.t("fear.of"),
            new Choice(
                Arrays.stream(Fears.Of.values()).map(Fears.Of::code).toList(),
                c -> here.t("fearOf." + c)));
    of.setId("fear-of");
    here.dialogs()
        .ask(
            here.t("fear.title"),
            new VBox(10, Nodes.label(here.t("fear.below"), "muted"), form),
            here.t("fear.verb"),
            () -> {
              says.accept(
                  country.getValue(), Fears.Of.valueOf(of.getValue().toUpperCase(Locale.ROOT)));
              return true;
            });
  }

  /** One fear in words. */
  public static String words(Fears.Fear fear, Here here) {
    List<String> countries = fear.versions().isEmpty() ? List.of(fear.country()) : fear.versions();
    return here.texts().code("fearOf", fear.of())
        + ": "
        + countries.stream().map(here.texts()::country).collect(Collectors.joining(" / "));
  }
}
