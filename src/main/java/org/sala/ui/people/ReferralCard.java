package org.sala.ui.people;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Overrides;
import org.sala.casework.paper.HandOuts;
import org.sala.casework.partner.CopyRequest;
import org.sala.casework.protection.Referral;
import org.sala.casework.protection.Referrals;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.paper.Saving;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Reason;
import org.sala.ui.text.FieldWords;

/** To which services a person was handed, how far each is, and what came of it. */
final class ReferralCard {
  /** Does something on the lane and reads the page again. */
  interface Lane {
    void act(Callable<?> what);
  }

  private final RecordId person;
  private final Referrals referrals;
  private final Consents consents;
  private final Overrides overrides;
  private final HandOuts handOuts;
  private final Here here;
  private final Lane lane;

  ReferralCard(
      RecordId person,
      Referrals referrals,
      Consents consents,
      Overrides overrides,
      HandOuts handOuts,
      Here here,
      Lane lane) {
    this.person = person;
    this.referrals = referrals;
    this.consents = consents;
    this.overrides = overrides;
    this.handOuts = handOuts;
    this.here = here;
    this.lane = lane;
  }

  /**
   * @param history the way to what became of all of them
   */
  VBox of(PersonKnown k, Node history) {
    VBox card = Nodes.card(Nodes.label(here.t("referral.title"), "strong"));
    if (k.referrals().isEmpty()) {
      card.getChildren().add(Nodes.label(here.t("referral.none"), "muted"));
    }
    int number = 0;
    for (Referral r : k.referrals()) {
      number++;
      card.getChildren().add(one(r, number));
    }
    Button refer =
        Nodes.button(
            here.t("referral.verb"), "", () -> new ReferralForm(here, k, this::send).ask());
    refer.setId("refer");
    Button directory =
        Nodes.button(
            here.t("directory.title"),
            "",
            () -> here.navigator().go(new Place.Directory()),
            "plain");
    Button copy = copy(new CopyRequest.Scope.OnePerson(person));
    copy.setId("person-copy");
    FlowPane ways = new FlowPane(8, 6, refer, directory, copy);
    if (!k.referrals().isEmpty()) {
      ways.getChildren().add(history);
    }
    card.getChildren().add(ways);
    return card;
  }

  /**
   * What the person said now is written down first: it is true whether or not a service answers.
   */
  private void send(Referral.Draft draft, Optional<ReferralForm.Basis> said) {
    lane.act(
        () -> {
          said.ifPresent(
              b ->
                  b.write(
                      consents,
                      overrides,
                      person,
                      draft.service().purpose(),
                      draft.service().recipient()));
          return referrals.send(person, draft);
        });
  }

  private VBox one(Referral r, int number) {
    var state = Nodes.row(badge(r));
    VBox words = new VBox(2);
    words
        .getChildren()
        .add(Nodes.label(r.contents().map(this::about).orElse(here.t("referral.protected"))));
    words.getChildren().add(state);
    FieldWords.differing(r.differing(), here.texts()).ifPresent(words.getChildren()::add);
    r.contents()
        .ifPresent(
            c -> {
              words.getChildren().add(Nodes.label(c.asked()));
              words.getChildren().add(Nodes.label(shared(c.shared()), "muted", "small"));
              if (!c.why().isEmpty()) {
                words.getChildren().add(Nodes.label(here.t("referral.why", c.why()), "muted"));
              }
            });
    words.getChildren().add(Nodes.label(times(r), "muted", "small"));
    if (!r.slip().isEmpty()) {
      words.getChildren().add(Nodes.label(here.t("slip.line", r.slip()), "muted", "small"));
    }
    r.against()
        .ifPresent(
            code ->
                words
                    .getChildren()
                    .add(Nodes.label(here.t("referral.against." + code.name()), "danger")));
    FlowPane steps = new FlowPane(8, 6);
    for (Referral.State to : r.state().next()) {
      Button step =
          Nodes.button(here.t("referral.step." + to.name()), "", () -> step(r, to), "plain");
      step.setId("referral-" + number + "-" + to.name());
      steps.getChildren().add(step);
    }
    if (HandOuts.hasSheet(r)) {
      Button print = Nodes.button(here.t("paper.print"), "", () -> print(r), "plain");
      print.setId("referral-" + number + "-print");
      steps.getChildren().add(print);
      Button copy = copy(new CopyRequest.Scope.OneReferral(person, r.id()));
      copy.setId("referral-" + number + "-copy");
      steps.getChildren().add(copy);
    }
    if (!steps.getChildren().isEmpty()) {
      words.getChildren().add(steps);
    }
    return words;
  }

  private Button copy(CopyRequest.Scope scope) {
    return Nodes.button(
        here.t("partner.copy.verb"),
        "",
        () -> here.navigator().go(new Place.CopyFor(scope)),
        "plain");
  }

  private String about(Referral.Contents c) {
    return here.t("referral.about", here.texts().code("service", c.service().name()), c.agency());
  }

  private String shared(List<Referral.Item> items) {
    return here.t(
        "referral.shared.line",
        String.join(", ", items.stream().map(i -> here.texts().code("shared", i.code())).toList()));
  }

  private String times(Referral r) {
    String sent = r.sent().map(here.texts()::date).orElse("");
    return r.state() == Referral.State.SENT && r.due().isPresent()
        ? here.t("referral.sent.until", sent, here.texts().date(r.due().get()))
        : here.t("referral.sent", sent);
  }

  private Badge badge(Referral r) {
    Badge.Kind kind =
        switch (r.state()) {
          case ACCEPTED, DONE -> Badge.Kind.OK;
          case REJECTED -> Badge.Kind.DANGER;
          case SENT -> Badge.Kind.WARNING;
          case REVOKED, OTHER -> Badge.Kind.NEUTRAL;
        };
    return new Badge(kind, here.texts().code("referralState", r.state().name()));
  }

  private void print(Referral r) {
    Saving.ask(
        here,
        here.t("paper.referral.title"),
        new VBox(),
        () -> "referral.pdf",
        () -> (to, progress) -> handOuts.referralSheet(person, r.id(), here.texts(), to, progress));
  }

  private void step(Referral r, Referral.State to) {
    if (!to.saysWhy()) {
      lane.act(() -> referrals.step(r.id(), to, ""));
      return;
    }
    Form form = new Form();
    TextField why = form.add(here.t("reason"), new TextField());
    why.setId("referral-why");
    here.dialogs()
        .ask(
            r.id().toString(),
            here.t("referral.step." + to.name()),
            form,
            here.t("save"),
            () ->
                Reason.given(
                    here, why, written -> lane.act(() -> referrals.step(r.id(), to, written))));
  }
}
