package org.sala.ui.paper;

import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.sala.casework.station.Printed;
import org.sala.casework.station.Progress;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/**
 * Saves a paper or a table where the officer wants it: said plainly before a place is asked for
 * that anyone can read it there, and done beside everything else, with its progress and a stop.
 */
public final class Saving {
  private Saving() {}

  /** Writes the file. */
  public interface Job {
    Printed save(Path to, Progress progress);
  }

  /**
   * Asks, and saves.
   *
   * @param title what is saved, in words
   * @param details what there is to choose; asked for again when the verb is pressed
   * @param name how the file is called at first
   */
  public static void ask(
      Here here, String title, Node details, Supplier<String> name, Supplier<Job> job) {
    Node plain = Nodes.label(here.t("paper.plain"), "warning-words");
    // Nothing to choose takes no room.
    boolean chooses = !(details instanceof VBox box && box.getChildren().isEmpty());
    VBox words = chooses ? new VBox(12, details, plain) : new VBox(plain);
    here.dialogs()
        .ask(
            title.endsWith("…") ? title : here.t("paper.save", title),
            words,
            here.t("paper.choose"),
            () -> {
              Job what = job.get();
              here.dialogs()
                  .saveFile(title, name.get())
                  .ifPresent(
                      to ->
                          here.work()
                              .longWork()
                              .start(
                                  title,
                                  progress -> what.save(to, progress),
                                  came -> told(here, title, came)));
              return true;
            });
  }

  private static void told(Here here, String title, Printed came) {
    switch (came) {
      case Printed.Written w -> here.dialogs().notice(here.t("paper.saved"));
      case Printed.Stopped s -> here.dialogs().notice(here.t("fault.STOPPED"));
      case Printed.NoSpace n ->
          here.dialogs()
              .tell(
                  title,
                  here.t(
                      "paper.nospace", here.texts().size(n.needed()), here.texts().size(n.free())));
      case Printed.NotThere n -> here.dialogs().tell(title, here.t("paper.notthere"));
    }
  }
}
