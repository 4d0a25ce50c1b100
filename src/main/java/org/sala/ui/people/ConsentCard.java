package org.sala.ui.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Separate;
import org.sala.casework.packages.carry.WithdrawalFollowUps;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.PersonForm;
import org.sala.ui.route.Here;
import org.sala.ui.route.Reason;

/** What a person agreed to, for each purpose and recipient, and taking it back. */
final class ConsentCard {
  static final List<String> RECIPIENTS =
      List.of(
          "headquarters", "shelter", "health-service", "child-protection", "legal-aid", "embassy");

  /** Writes an answer down. */
  interface Write {
    void answer(
        String purpose,
        String recipient,
        Consents.Answer answer,
        Set<String> without,
        Consents.How how);
  }

  /** Decides without the person's yes, for a reason. */
  interface Decide {
    void decide(String purpose, String recipient, Consents.Reason why, String words);
  }

  private final Here here;
  private final Write write;
  private final BiConsumer<Consents.Said, String> told;
  private final Decide decide;

  /**
   * @param told hears who was told of a withdrawal, and how
   */
  ConsentCard(Here here, Write write, BiConsumer<Consents.Said, String> told, Decide decide) {
    this.here = here;
    this.write = write;
    this.told = told;
    this.decide = decide;
  }

  /**
   * @param history the way to what became of all of them
   */
  VBox of(PersonKnown k, Node history) {
    VBox card = Nodes.card(Nodes.label(here.t("person.consent"), "strong"));
    if (k.consents().isEmpty()) {
      card.getChildren().add(Nodes.label(here.t("person.consent.none"), "muted"));
    }
    int number = 0;
    for (Consents.Said said : k.consents()) {
      number++;
      card.getChildren().add(one(said, number));
    }
    k.saidElsewhere().forEach(e -> card.getChildren().add(elsewhere(e)));
    k.toAct().forEach(a -> card.getChildren().add(toAct(a)));
    Button ask =
        Nodes.button(
            here.t("person.consent.ask"), "", () -> ask(k.line().possiblyChild(), recipients(k)));
    ask.setId("consent-ask");
    Button without =
        Nodes.button(
            here.t("override.verb"), "", () -> without(k.supervising(), recipients(k)), "plain");
    without.setId("consent-without");
    FlowPane ways = new FlowPane(8, 6, ask, without);
    if (!k.consents().isEmpty() || k.separate().stream().anyMatch(s -> s.said().isPresent())) {
      ways.getChildren().add(history);
    }
    card.getChildren().add(ways);
    return card;
  }

  /** A withdrawal is somebody's task until it is written down who was told. */
  private VBox toAct(WithdrawalFollowUps.ToAct a) {
    String recipient = here.texts().code("consentTo", a.said().recipient());
    String packages = String.join(", ", a.packages().stream().map(String::valueOf).toList());
    String how =
        !a.said().recipient().equals("headquarters")
            ? here.t("consent.act.tell", recipient)
            : switch (a.reached()) {
              case HERE, REFUSED, SEALED -> here.t("consent.act.next");
              case CARRIED -> here.t("consent.act.underway");
              case HELD, WAITING, ELSEWHERE, RECEIVED, JOINED -> here.t("consent.act.there");
            };
    Button told = Nodes.button(here.t("consent.act.told"), "", () -> told(a.said()));
    told.setId("consent-told");
    VBox box =
        new VBox(
            4,
            Nodes.label(here.t("consent.act", recipient), "strong", "danger"),
            Nodes.label(
                packages.isEmpty() ? how : here.t("consent.act.packages", packages) + " " + how),
            Nodes.row(told));
    box.getStyleClass().addAll("card", "alarm");
    return box;
  }

  private void told(Consents.Said said) {
    Form form = new Form();
    TextField who = form.add(here.t("consent.act.who"), new TextField());
    who.setId("consent-told-who");
    here.dialogs()
        .ask(
            said.id().toString(),
            here.t("consent.act.told"),
            form,
            here.t("save"),
            () -> {
              if (who.getText().isBlank()) {
                here.dialogs().notice(here.t("today.told.needed"));
                return false;
              }
              told.accept(said, who.getText());
              return true;
            });
  }

  private VBox one(Consents.Said said, int number) {
    var answer = Nodes.row(badge(said));
    if (said.disputed()) {
      answer.getChildren().add(new Badge(Badge.Kind.WARNING, here.t("disputed")));
    }
    if (said.holds()) {
      Button withdraw = Nodes.button(here.t("consent.withdraw"), "", () -> withdraw(said), "plain");
      withdraw.setId("consent-withdraw-" + number);
      answer.getChildren().addAll(Nodes.spring(), withdraw);
    }
    return new VBox(2, Nodes.label(about(said)), answer, Nodes.label(how(said), "muted", "small"));
  }

  /** What another record of the same person says and counts here; it is changed there. */
  private VBox elsewhere(Consents.Elsewhere e) {
    var answer = Nodes.row(badge(e.said()));
    if (e.said().disputed()) {
      answer.getChildren().add(new Badge(Badge.Kind.WARNING, here.t("disputed")));
    }
    String about =
        Separate.of(e.said())
            .filter(s -> !Consents.PURPOSES.contains(s.purpose()))
            .map(s -> here.t("separate." + s.code()))
            .orElseGet(() -> about(e.said()));
    return new VBox(
        2,
        Nodes.label(about),
        answer,
        Nodes.label(here.t("elsewhere.there", e.number()), "muted", "small"));
  }

  private String about(Consents.Said said) {
    return here.t(
        "consent.about",
        here.texts().code("consentFor", said.purpose()),
        here.texts().code("consentTo", said.recipient()));
  }

  private Badge badge(Consents.Said said) {
    Badge.Kind kind =
        switch (said.answer()) {
          case "YES" -> Badge.Kind.OK;
          // A no is an answer like a yes: nothing about it is to be put right.
          case "NO" -> Badge.Kind.NEUTRAL;
          case "WITHDRAWN" -> Badge.Kind.DANGER;
          default -> Badge.Kind.WARNING;
        };
    return new Badge(kind, here.texts().code("consent", said.answer()));
  }

  /** When, in which language, through whom. */
  private String how(Consents.Said said) {
    List<String> words = new ArrayList<>();
    if (!said.without().isEmpty()) {
      words.add(
          here.t(
              "consent.leaves",
              Consents.ITEMS.stream()
                  .filter(said.without()::contains)
                  .map(i -> here.texts().code("shared", i))
                  .collect(Collectors.joining(", "))));
    }
    said.at().map(here.texts()::date).ifPresent(words::add);
    if (!said.language().isEmpty()) {
      words.add(here.texts().code("lang", said.language()));
    }
    if (!said.interpreter().isEmpty()) {
      words.add(here.t("consent.through", said.interpreter()));
    }
    return String.join(" · ", words);
  }

  private Choice purpose(Form form) {
    Choice purpose =
        form.add(
            here.t("consent.purpose"),
            Choice.asked(
                Consents.PURPOSES, c -> here.texts().code("consentFor", c), here.t("none")));
    purpose.setId("consent-purpose");
    return purpose;
  }

  private Choice recipient(Form form, List<String> some) {
    Choice recipient =
        form.add(
            here.t("consent.recipient"),
            Choice.asked(some, c -> here.texts().code("consentTo", c), here.t("none")));
    recipient.setId("consent-recipient");
    return recipient;
  }

  /** The kinds of recipients that are always there, and the agencies that are known by name. */
  private static List<String> recipients(PersonKnown k) {
    List<String> all = new ArrayList<>(RECIPIENTS);
    all.addAll(k.agencies());
    return all;
  }

  private void ask(boolean child, List<String> recipients) {
    Form form = new Form();
    Choice purpose = purpose(form);
    Choice recipient = recipient(form, recipients);
    Choice answer =
        form.add(
            here.t("consent.answer"),
            // Nobody's yes is preselected.
            new Choice(
                List.of("", "YES", "NO", "WITHDRAWN"), c -> here.texts().code("consent", c)));
    answer.setId("consent-answer");
    FlowPane left = new FlowPane(12, 6);
    left.setPrefWrapLength(380);
    for (String item : Consents.ITEMS) {
      CheckBox tick = new CheckBox(here.texts().code("shared", item));
      tick.setId("without-" + item);
      tick.setUserData(item);
      tick.disableProperty().bind(answer.valueProperty().isNotEqualTo("YES"));
      left.getChildren().add(tick);
    }
    form.add(here.t("consent.without"), left);
    Asked asked = new Asked(form, "", "", child);
    here.dialogs()
        .ask(
            here.t("person.consent"),
            form,
            here.t("save"),
            () -> {
              if (purpose.isEmpty() || recipient.isEmpty()) {
                here.dialogs().notice(here.t("consent.about.needed"));
                return false;
              }
              if (answer.isEmpty()) {
                here.dialogs().notice(here.t("consent.needed"));
                return false;
              }
              if (child && answer.getValue().equals("YES") && asked.guardian.getText().isBlank()) {
                here.dialogs().notice(here.t("consent.guardian"));
                return false;
              }
              Set<String> without = new TreeSet<>();
              left.getChildren()
                  .forEach(
                      n -> {
                        if (n instanceof CheckBox c && c.isSelected() && !c.isDisabled()) {
                          without.add(String.valueOf(c.getUserData()));
                        }
                      });
              write.answer(
                  purpose.getValue(),
                  recipient.getValue(),
                  Consents.Answer.valueOf(answer.getValue()),
                  without,
                  asked.how());
              return true;
            });
  }

  /** Nobody decides for an embassy without the person's wish. */
  private void without(boolean supervising, List<String> recipients) {
    Form form = new Form();
    Choice purpose = purpose(form);
    Choice recipient =
        recipient(form, recipients.stream().filter(r -> !r.equals("embassy")).toList());
    List<Consents.Reason> reasons = new ArrayList<>(Consents.Reason.ofAnyOfficer());
    if (supervising) {
      reasons.add(Consents.Reason.SUPERVISOR);
    }
    Choice why =
        form.add(
            here.t("reason"),
            Choice.asked(
                reasons.stream().map(Enum::name).toList(),
                c -> here.t("override.why." + c),
                here.t("none")));
    why.setId("override-why");
    TextField words = form.add(here.t("override.words"), new TextField());
    words.setId("override-words");
    here.dialogs()
        .ask(
            here.t("override.verb"),
            new VBox(10, Nodes.label(here.t("override.below"), "muted"), form),
            here.t("override.decide"),
            () -> {
              if (purpose.isEmpty() || recipient.isEmpty()) {
                here.dialogs().notice(here.t("consent.about.needed"));
                return false;
              }
              if (why.isEmpty()) {
                here.dialogs().notice(here.t("override.why.needed"));
                return false;
              }
              return Reason.given(
                  here,
                  words,
                  said ->
                      decide.decide(
                          purpose.getValue(),
                          recipient.getValue(),
                          Consents.Reason.valueOf(why.getValue()),
                          said));
            });
  }

  private void withdraw(Consents.Said said) {
    Form form = new Form();
    Asked asked = new Asked(form, said.language(), said.interpreter(), false);
    here.dialogs()
        .ask(
            said.id().toString(),
            here.t("consent.withdraw.title", about(said)),
            new VBox(8, Nodes.label(here.t("consent.withdraw.below"), "muted"), form),
            here.t("consent.withdraw.verb"),
            () -> {
              write.answer(
                  said.purpose(),
                  said.recipient(),
                  Consents.Answer.WITHDRAWN,
                  Set.of(),
                  asked.how());
              return true;
            });
  }

  /** In which language somebody was asked, through whom, and who was there for a child. */
  private final class Asked {
    private final Choice language;
    private final TextField interpreter;
    private final TextField guardian = new TextField();

    Asked(Form form, String language, String interpreter, boolean child) {
      List<String> languages = new ArrayList<>(PersonForm.LANGUAGES);
      if (!languages.contains(language)) {
        languages.add(language);
      }
      this.language =
          form.add(
              here.t("consent.language"), new Choice(languages, c -> here.texts().code("lang", c)));
      this.language.setValue(language);
      this.interpreter = form.add(here.t("consent.interpreter"), new TextField(interpreter));
      this.interpreter.setId("consent-interpreter");
      guardian.setId("consent-guardian");
      if (child) {
        form.add(here.t("child.guardian"), guardian);
      }
    }

    Consents.How how() {
      return new Consents.How(language.getValue(), interpreter.getText(), guardian.getText());
    }
  }
}
