package org.sala.ui.roster;

import java.util.Locale;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.people.Numbering;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/** Asks before the first number is given which letter the numbers of this laptop begin with. */
public final class LetterForm {
  private LetterForm() {}

  /** Goes on at once where the letter is known, and otherwise once it was chosen. */
  public static void before(Here here, Work.Line line, Numbering numbering, Runnable then) {
    line.act(
        numbering::needsLetter,
        needed -> {
          if (needed) {
            choose(here, line, numbering, then);
          } else {
            then.run();
          }
        });
  }

  /** Asks for the letter, and goes on once it was chosen. */
  public static void choose(Here here, Work.Line line, Numbering numbering, Runnable then) {
    Form form = new Form();
    TextField letter = form.add(here.t("letter.field"), new TextField());
    letter.setId("letter");
    here.dialogs()
        .ask(
            here.t("letter.title"),
            new VBox(10, Nodes.label(here.t("letter.below"), "muted"), form),
            here.t("letter.verb"),
            () -> {
              String typed = letter.getText().strip().toUpperCase(Locale.ROOT);
              if (!Numbering.isLetter(typed)) {
                here.dialogs().notice(here.t("letter.needed"));
                return false;
              }
              line.act(
                  () -> {
                    numbering.letter(typed);
                    return typed;
                  },
                  chosen -> then.run());
              return true;
            });
  }
}
