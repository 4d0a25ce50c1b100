package org.sala.ui.joining;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import org.sala.casework.joining.TooManyLinks;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.route.Reason;
import org.sala.ui.work.Work;

/** Says that too many records are linked as one person's, and parts one officer's links. */
final class ManyCard {
  private final TooManyLinks links;
  private final Here here;
  private final Work.Line line;
  private final Runnable done;

  ManyCard(TooManyLinks links, Here here, Work.Line line, Runnable done) {
    this.links = links;
    this.here = here;
    this.line = line;
    this.done = done;
  }

  /**
   * @param by whose links they are, at least one
   */
  Node of(RecordId person, List<TooManyLinks.By> by) {
    Button part = Nodes.button(here.t("same.many.verb"), "", () -> ask(person, by));
    part.setId("same-many");
    return Nodes.card(
        Nodes.row(new Badge(Badge.Kind.DANGER, here.t("today.linked")), Nodes.spring(), part),
        Nodes.label(here.t("same.many")));
  }

  private void ask(RecordId person, List<TooManyLinks.By> by) {
    Form form = new Form();
    Choice who =
        form.add(
            here.t("same.many.who"),
            new Choice(
                by.stream().map(b -> b.key().hex()).toList(), code -> words(chosen(by, code))));
    who.setId("same-many-who");
    TextArea reason = form.add(here.t("reason"), new TextArea());
    reason.setId("same-reason");
    reason.setPrefRowCount(2);
    reason.setWrapText(true);
    here.dialogs()
        .ask(
            "same.many" + person,
            here.t("same.many.title"),
            form,
            here.t("same.many.verb"),
            () -> Reason.given(here, reason, why -> part(person, chosen(by, who.getValue()), why)));
  }

  private void part(RecordId person, TooManyLinks.By of, String why) {
    line.act(
        () -> {
          boolean two = links.protects(person, of.key());
          if (!two) {
            links.part(person, of.key(), why);
          }
          return two;
        },
        two -> parted(person, of, why, two));
  }

  private void parted(RecordId person, TooManyLinks.By of, String why, boolean two) {
    if (!two) {
      done.run();
      return;
    }
    SecondSigns second = new SecondSigns(here, line, "same");
    second.form().show(here.t("same.many.who"), words(of));
    second.form().show(here.t("reason"), why);
    second.ask(
        here.t("same.many.title"),
        here.t("same.many.two"),
        () -> Optional.of((handle, secret) -> links.byTwo(person, of.key(), why, handle, secret)),
        done);
  }

  private static TooManyLinks.By chosen(List<TooManyLinks.By> by, String code) {
    return by.stream().filter(b -> b.key().hex().equals(code)).findFirst().orElseThrow();
  }

  private String words(TooManyLinks.By b) {
    String who = b.officer().isEmpty() ? here.t("deciding.nonumber") : b.officer();
    return here.t("same.many.by", who, b.links());
  }
}
