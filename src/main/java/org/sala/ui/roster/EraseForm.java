package org.sala.ui.roster;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.erasing.Erasing;
import org.sala.casework.erasing.Erasures;
import org.sala.casework.packages.register.PackageMention;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Here;
import org.sala.ui.route.Signature;
import org.sala.ui.text.Texts;
import org.sala.ui.work.Work;

/**
 * Erases a person or a case for good: says what goes, what stays and who still has it; the number
 * is typed, a reason is given, and a second officer signs where there is one. Nothing of it is kept
 * as a draft.
 */
public final class EraseForm {
  private static final List<String> WHY =
      Stream.concat(Stream.of(""), Arrays.stream(Erasures.Why.values()).map(Erasures.Why::code))
          .toList();

  private final Erasures erasures;
  private final Here here;
  private final Runnable lock;

  /**
   * Asks for the erasing.
   *
   * @param lock closes the workspace, whose lists still show what is gone
   */
  public EraseForm(Erasures erasures, Here here, Runnable lock) {
    this.erasures = erasures;
    this.here = here;
    this.lock = lock;
  }

  /** The way to it, from the page of what it is about. */
  public Node button(RecordId about, String words, Work.Line line) {
    Button button = Nodes.button(here.t(words), "", () -> open(about, line), "plain", "small");
    button.setId("erase");
    return Nodes.row(Nodes.spring(), button);
  }

  private record Asked(Erasing plan, boolean byTwo) {}

  private void open(RecordId about, Work.Line line) {
    line.act(
        () -> new Asked(erasures.plan(about), erasures.needsSecond()), asked -> ask(asked, line));
  }

  private void ask(Asked asked, Work.Line line) {
    Erasing plan = asked.plan();
    String title = here.t("erase.title", plan.number());
    if (plan.protects()) {
      here.dialogs().tell(title, here.t("erase.protects"));
      return;
    }
    if (plan.isRefused()) {
      here.dialogs().tell(title, here.t("erase.losing", String.join(", ", plan.losing())));
      return;
    }
    Form form = new Form();
    Choice why =
        form.add(
            here.t("erase.why"),
            new Choice(WHY, c -> c.isEmpty() ? here.t("none") : here.texts().code("eraseWhy", c)));
    why.setId("erase-why");
    TextField reason = form.add(here.t("erase.reason"), new TextField());
    reason.setId("erase-reason");
    TextField number = form.add(here.t("erase.number", plan.number()), new TextField());
    number.setId("erase-number");
    Signature signature = new Signature(here, "erase");
    if (asked.byTwo()) {
      form.show("", here.t("erase.second"));
      signature.addTo(form);
    }
    VBox content =
        new VBox(10, told(plan), form, Nodes.label(here.t("erase.locks"), "muted", "small"));
    ask(
        new Filled(asked, ControlFields.unkept(content), why, reason, number, signature),
        title,
        line);
  }

  private record Filled(
      Asked asked,
      VBox content,
      Choice why,
      TextField reason,
      TextField number,
      Signature signature) {}

  private void ask(Filled f, String title, Work.Line line) {
    here.dialogs()
        .askForGood(
            title,
            f.content(),
            here.t("erase.verb"),
            () -> {
              Optional<String> missing = missing(f);
              missing.ifPresent(here.dialogs()::notice);
              if (missing.isPresent()) {
                return false;
              }
              Runnable again = () -> ask(f, title, line);
              if (!f.asked().byTwo()) {
                erase(f, Optional.empty(), again, line);
                return true;
              }
              Optional<Signature.Typed> typed = f.signature().typed();
              typed.ifPresent(t -> erase(f, Optional.of(t), again, line));
              return typed.isPresent();
            });
  }

  private Optional<String> missing(Filled f) {
    if (f.why().isEmpty()) {
      return Optional.of(here.t("erase.why.needed"));
    }
    if (!f.asked().plan().confirmedBy(f.number().getText())) {
      return Optional.of(here.t("erase.differs"));
    }
    return f.reason().getText().isBlank() ? Optional.of(here.t("reason.needed")) : Optional.empty();
  }

  private void erase(Filled f, Optional<Signature.Typed> second, Runnable again, Work.Line line) {
    Erasing plan = f.asked().plan();
    String typed = f.number().getText();
    Erasures.Why why = Erasures.Why.of(f.why().getValue()).orElseThrow();
    String reason = f.reason().getText();
    line.act(
        () ->
            second
                .map(
                    s ->
                        s.use(
                            (who, secret) ->
                                erasures.erase(
                                    plan,
                                    typed,
                                    why,
                                    reason,
                                    Optional.of(new Erasures.Second(who, secret)))))
                .orElseGet(() -> erasures.erase(plan, typed, why, reason, Optional.empty())),
        outcome -> {
          switch (outcome) {
            case DONE -> lock.run();
            case WRONG_PASSPHRASE -> f.signature().wrong(again);
            case SAME_OFFICER -> f.signature().refused(here.t("deciding.same"), again);
            case NOT_CERTIFIED -> f.signature().refused(here.t("erase.uncertified"), again);
          }
        });
  }

  private VBox told(Erasing plan) {
    VBox told =
        new VBox(
            8,
            part(
                "erase.goes",
                here.t("erase.goes.below", plan.records().size(), plan.files().count())));
    if (plan.onlyHere() > 0) {
      told.getChildren().add(part("erase.only", here.t("erase.only.below", plan.onlyHere())));
    }
    if (!plan.statements().isEmpty()) {
      told.getChildren()
          .add(
              part(
                  "erase.stays",
                  here.t("erase.stays.statements", String.join(", ", plan.statements()))));
    }
    if (plan.others().inside() > 0) {
      told.getChildren()
          .add(part("erase.stays", here.t("erase.stays.inside", plan.others().inside())));
    }
    if (!plan.others().told().isEmpty()) {
      told.getChildren()
          .add(
              part(
                  "erase.stays",
                  here.t("erase.stays.told", String.join("; ", plan.others().told()))));
    }
    if (plan.others().parts() > 0) {
      told.getChildren()
          .add(part("erase.stays", here.t("erase.stays.parts", plan.others().parts())));
    }
    if (plan.people() > 0) {
      told.getChildren().add(part("erase.stays", here.t("erase.stays.people", plan.people())));
    }
    told.getChildren()
        .add(
            part(
                "erase.holders",
                plan.holders().isEmpty() ? here.t("erase.holders.none") : holders(plan)));
    if (!plan.quarantined().isEmpty()) {
      told.getChildren()
          .add(
              part(
                  "erase.quarantine",
                  here.t(
                      "erase.quarantine.below",
                      plan.quarantined().size(),
                      plan.quarantined().stream()
                          .map(this::packageName)
                          .collect(Collectors.joining(", ")))));
    }
    plan.lastBackup()
        .ifPresent(
            at ->
                told.getChildren()
                    .add(
                        part(
                            "erase.backups",
                            here.t(
                                "erase.backups.below",
                                plan.backups().size(),
                                here.texts().date(at)))));
    return told;
  }

  private String packageName(PackageMention one) {
    String from = one.to().isEmpty() ? here.t("none") : one.to();
    return one.sequence() == 0 ? from : from + " " + Texts.packageNumber(one.sequence());
  }

  private String holders(Erasing plan) {
    String all = here.t("erase.holders.below", String.join(", ", plan.holders()));
    return plan.tells() ? all + " " + here.t("erase.tells") : all;
  }

  private Node part(String title, String words) {
    return new VBox(1, Nodes.label(here.t(title), "strong"), Nodes.label(words));
  }
}
