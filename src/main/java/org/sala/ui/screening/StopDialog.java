package org.sala.ui.screening;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import org.sala.casework.Screenings;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.route.Here;

/** Ends an interview at once; the reason is one of few, so that it takes a second. */
final class StopDialog {
  private StopDialog() {}

  static void ask(Here here, Consumer<Screenings.Stop> stop) {
    Form form = new Form();
    Choice why =
        form.add(
            here.t("screening.stop.why"),
            new Choice(
                Arrays.stream(Screenings.Stop.values()).map(Screenings.Stop::code).toList(),
                c -> here.t("stop." + c)));
    why.setId("stop-why");
    form.show("", here.t("screening.stop.below"));
    here.dialogs()
        .ask(
            here.t("screening.stop.title"),
            form,
            here.t("screening.stop"),
            () -> {
              stop.accept(Screenings.Stop.valueOf(why.getValue().toUpperCase(Locale.ROOT)));
              return true;
            });
  }
}
