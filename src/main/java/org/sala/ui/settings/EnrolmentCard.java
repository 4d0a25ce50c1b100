package org.sala.ui.settings;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.keys.Adoptions;
import org.sala.casework.keys.Enrolment;
import org.sala.casework.keys.EnrolmentAnswer;
import org.sala.domain.Fingerprint;
import org.sala.domain.Moment;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Reason;
import org.sala.ui.work.Work;

/** How this station came to be known at headquarters, or how it gets there. */
final class EnrolmentCard {
  /** As many hexadecimal digits of a key as two people compare by telephone: 64 bits. */
  private static final int SHOWN = 16;

  private final Enrolment enrolment;
  private final Adoptions adoptions;
  private final Here here;
  private final Work.Line line;
  private final Runnable changed;

  EnrolmentCard(
      Enrolment enrolment, Adoptions adoptions, Here here, Work.Line line, Runnable changed) {
    this.enrolment = enrolment;
    this.adoptions = adoptions;
    this.here = here;
    this.line = line;
    this.changed = changed;
  }

  /**
   * @param lost officers whose earlier work this one may stand for
   */
  record Known(
      Optional<Enrolment.Standing> standing,
      Optional<Enrolment.Trusted> trusted,
      List<Adoptions.Lost> lost) {
    static Known of(Enrolment enrolment, Adoptions adoptions) {
      return new Known(enrolment.standing(), enrolment.trusted(), adoptions.lost());
    }
  }

  /**
   * @param headquarters where colleagues certify each other, and no request goes anywhere
   */
  VBox card(Known k, boolean headquarters) {
    VBox card = Nodes.card(Nodes.label(here.t("settings.enrolment"), "strong"));
    if (k.standing().isPresent()) {
      Enrolment.Standing s = k.standing().get();
      Form form = new Form();
      form.show(here.t("settings.agency"), s.agency());
      form.show(here.t("settings.station"), s.stationName());
      form.show(here.t("settings.letter"), s.letter());
      form.show(here.t("settings.number"), s.officerNumber());
      form.show(
          here.t("settings.certified"),
          here.texts().date(new Moment(s.until(), here.texts().zone())));
      k.trusted().ifPresent(t -> trusted(form, t));
      card.getChildren().add(form);
      if (s.due()) {
        card.getChildren().addAll(renewing());
      }
      return card;
    }
    card.getChildren()
        .add(
            Nodes.label(
                here.t(headquarters ? "settings.uncertified.below" : "settings.enrolment.below"),
                "muted"));
    if (!k.lost().isEmpty()) {
      card.getChildren().add(lost(k.lost()));
    }
    if (headquarters) {
      Button stations =
          Nodes.button(here.t("nav.stations"), "", () -> here.navigator().go(new Place.Stations()));
      stations.setId("certify-me");
      card.getChildren().add(Nodes.row(stations));
      return card;
    }
    card.getChildren()
        .addAll(
            Nodes.row(request(), accept()),
            Nodes.row(
                Nodes.button(
                    here.t("founding.open"),
                    "",
                    () -> here.navigator().go(new Place.Founding()),
                    "plain")));
    return card;
  }

  /** By whose word this station believes anybody, so that it can be compared by telephone. */
  private void trusted(Form form, Enrolment.Trusted t) {
    form.show(
        here.t("settings.trustlist"),
        here.t(
            "settings.trustlist.words",
            t.number(),
            here.texts().date(new Moment(t.made(), here.texts().zone())),
            t.revoked()));
    form.show(here.t("settings.authority"), t.authority().substring(0, SHOWN));
  }

  /**
   * Shows what to do while the certificate is renewed: it comes by itself with what headquarters
   * sends; where nothing comes, a file goes once more.
   */
  private List<Node> renewing() {
    return List.of(
        Nodes.label(here.t("settings.renew.below"), "warning-words"),
        Nodes.row(request(), accept()));
  }

  private Button request() {
    Button request =
        Nodes.button(
            here.t("settings.request"), "", () -> new RequestDialog(enrolment, here, line).open());
    request.setId("request");
    return request;
  }

  private Button accept() {
    Button accept = Nodes.button(here.t("settings.accept"), "", this::open);
    accept.setId("accept");
    return accept;
  }

  /** First what was adopted, then what can be: the request has to be written after it. */
  private VBox lost(List<Adoptions.Lost> lost) {
    VBox part = new VBox(6);
    for (Adoptions.Lost l : lost) {
      if (l.adopted()) {
        part.getChildren().add(Nodes.label(here.t("adopt.done", l.name(), l.changes())));
      }
    }
    List<Adoptions.Lost> open = lost.stream().filter(l -> !l.adopted()).toList();
    if (!open.isEmpty()) {
      Button adopt = Nodes.button(here.t("adopt.verb"), "", () -> adopt(open));
      adopt.setId("adopt");
      part.getChildren().addAll(Nodes.label(here.t("adopt.below"), "muted"), Nodes.row(adopt));
    }
    return part;
  }

  private void adopt(List<Adoptions.Lost> open) {
    Form form = new Form();
    Choice whose =
        form.add(
            here.t("adopt.whose"),
            new Choice(
                open.stream().map(l -> l.key().hex()).toList(),
                key ->
                    open.stream()
                        .filter(l -> l.key().hex().equals(key))
                        .map(l -> here.t("adopt.line", l.name(), l.changes()))
                        .findFirst()
                        .orElse("")));
    whose.setValue(open.getFirst().key().hex());
    TextField reason = form.add(here.t("reason"), new TextField());
    reason.setId("adopt-reason");
    here.dialogs()
        .ask(
            here.t("adopt.title"),
            new VBox(10, Nodes.label(here.t("adopt.means"), "muted"), form),
            here.t("adopt.verb"),
            () ->
                Reason.given(
                    here,
                    reason,
                    why -> {
                      Fingerprint key = new Fingerprint(whose.getValue());
                      line.act(
                          () -> {
                            adoptions.adopt(key, why);
                            return true;
                          },
                          done -> changed.run());
                    }));
  }

  private void open() {
    here.dialogs()
        .openFile(here.t("settings.accept"))
        .ifPresent(file -> line.act(() -> enrolment.open(file), this::compare));
  }

  private void compare(EnrolmentAnswer answer) {
    here.dialogs()
        .ask(
            here.t("settings.accept"),
            new VBox(
                8,
                Nodes.label(here.t("settings.code.below", answer.agency())),
                Nodes.label(
                    here.t("settings.code.for", String.join(", ", answer.officers())), "muted"),
                Nodes.label(answer.code(), "title", "mono")),
            here.t("settings.code.same"),
            () -> {
              line.act(
                  () -> {
                    enrolment.confirm(answer);
                    return true;
                  },
                  done -> changed.run());
              return true;
            });
  }
}
