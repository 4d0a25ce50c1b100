package org.sala.ui.joining;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.sala.casework.joining.Reopening;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.route.Reason;
import org.sala.ui.work.Work;

/** Takes back a decision that was made: the versions are open again, here and at the stations. */
final class TakeBackForm {
  /** How many of the last decisions are offered. */
  private static final int MOST = 30;

  private final Reopening reopening;
  private final Here here;
  private final Work.Line line;
  private final Runnable again;

  /**
   * @param again hears that one was taken back
   */
  TakeBackForm(Reopening reopening, Here here, Work.Line line, Runnable again) {
    this.reopening = reopening;
    this.here = here;
    this.line = line;
    this.again = again;
  }

  void open() {
    line.ask(() -> reopening.made(MOST), this::ask);
  }

  private void ask(List<Reopening.Made> made) {
    if (made.isEmpty()) {
      here.dialogs().tell(here.t("takeback.title"), here.t("takeback.none"));
      return;
    }
    Form form = new Form();
    Choice which =
        form.add(
            here.t("takeback.which"),
            new Choice(
                made.stream().map(m -> m.id().toString()).toList(),
                id ->
                    made.stream()
                        .filter(m -> m.id().toString().equals(id))
                        .map(this::words)
                        .findFirst()
                        .orElse(id)));
    which.setId("takeback-which");
    TextArea reason = form.add(here.t("reason"), new TextArea());
    reason.setId("takeback-reason");
    reason.setPrefRowCount(3);
    reason.setWrapText(true);
    here.dialogs()
        .ask(
            "takeback",
            here.t("takeback.title"),
            new VBox(10, Nodes.label(here.t("takeback.below"), "muted"), form),
            here.t("takeback.verb"),
            () ->
                Reason.given(
                    here,
                    reason,
                    why -> {
                      Reopening.Made chosen =
                          made.stream()
                              .filter(m -> m.id().toString().equals(which.getValue()))
                              .findFirst()
                              .orElseThrow();
                      line.act(
                          () -> {
                            reopening.takeBack(chosen.id(), why);
                            return chosen.id();
                          },
                          id -> again.run());
                    }));
  }

  private String words(Reopening.Made m) {
    String fields =
        m.fields().stream()
            .map(f -> here.texts().code("field", family(f)))
            .distinct()
            .collect(Collectors.joining(", "));
    return m.number() + " · " + fields + m.at().map(t -> " · " + here.texts().date(t)).orElse("");
  }

  private static String family(String key) {
    int slash = key.indexOf('/');
    return slash < 0 ? key : key.substring(0, slash);
  }
}
