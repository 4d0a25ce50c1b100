package org.sala.ui.partner;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sala.casework.consent.Consents;
import org.sala.casework.keys.Partner;
import org.sala.casework.partner.Copies;
import org.sala.casework.partner.CopyRequest;
import org.sala.casework.partner.Partners;
import org.sala.casework.partner.Redaction;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Reason;
import org.sala.ui.route.Screen;
import org.sala.ui.text.Texts;
import org.sala.ui.transit.Underway;
import org.sala.ui.work.Work;

/**
 * A copy for another agency before it is sealed: for whom and for what, each field that goes and
 * each that does not with its reason, and whose word lets it happen.
 */
public final class CopyScreen implements Screen {
  /** What this screen works with. */
  public record Doing(Copies copies, Partners partners) {}

  private static final double SIDE = 270;

  private final CopyRequest.Scope scope;
  private final Doing doing;
  private final Here here;
  private final Work.Line line;
  private final VBox page = new VBox();
  private final StackPane slot = new StackPane();
  private final Button seal;
  private final LinesPart lines;
  private final VBox side = Nodes.card();
  private @Nullable Redaction looked;
  private @Nullable CopyRequest request;
  private List<Partner> known = List.of();
  private Choice language;

  public CopyScreen(CopyRequest.Scope scope, Doing doing, Here here) {
    this.scope = scope;
    this.doing = doing;
    this.here = here;
    this.line = here.work().line();
    this.language = new Choice(Texts.LANGUAGES, l -> here.texts().code("language", l));
    this.seal = Nodes.button(here.t("partner.seal"), "Ctrl Enter", this::goOn, "primary");
    seal.setId("copy-seal");
    this.lines = new LinesPart(here, this::choose);
    side.setId("copy-side");
    slot.managedProperty().bind(Bindings.isNotEmpty(slot.getChildren()));
    page.getStyleClass().add("page");
    line.ask(doing.partners()::known, this::begin);
  }

  private void begin(List<Partner> partners) {
    known = partners;
    if (partners.isEmpty()) {
      Button cards =
          Nodes.button(
              here.t("partner.title"), "", () -> here.navigator().go(new Place.Partners()));
      cards.setId("copy-partners");
      page.getChildren()
          .setAll(
              Nodes.header("", here.t("partner.copy"), ""),
              Nodes.empty(here.t("partner.none"), here.t("partner.none.next"), cards));
      return;
    }
    Choice agency =
        new Choice(partners.stream().map(p -> p.id().toString()).toList(), this::agency);
    agency.setId("copy-agency");
    Choice purpose = new Choice(Consents.PURPOSES, c -> here.texts().code("consentFor", c));
    purpose.setId("copy-purpose");
    language.setId("copy-language");
    Form whom = new Form();
    whom.add(here.t("partner.agency"), agency);
    Form what = new Form();
    what.add(here.t("consent.purpose"), purpose);
    Form words = new Form();
    words.add(here.t("partner.language"), language);
    HBox top = new HBox(20, whom, what, words);
    HBox.setHgrow(whom, Priority.ALWAYS);
    boolean referral = scope instanceof CopyRequest.Scope.OneReferral;
    what.setVisible(!referral);
    what.setManaged(!referral);
    Runnable again =
        () -> {
          RecordId to = partner(agency.getValue()).id();
          CopyRequest before = request;
          look(
              before == null
                  ? new CopyRequest(to, purpose.getValue(), scope)
                  : before.to(to, purpose.getValue()));
        };
    agency.setOnAction(e -> again.run());
    purpose.setOnAction(e -> again.run());
    HBox body = new HBox(14, lines.node(), sideOf(side));
    HBox.setHgrow(lines.node(), Priority.ALWAYS);
    VBox.setVgrow(body, Priority.ALWAYS);
    page.getChildren()
        .setAll(
            Nodes.header("", here.t("partner.copy"), here.t("partner.copy.below"), seal),
            slot,
            Nodes.card(top),
            body);
    again.run();
  }

  private static ScrollPane sideOf(VBox card) {
    ScrollPane side = Nodes.side(card, SIDE);
    side.setMinWidth(SIDE);
    return side;
  }

  private String agency(String id) {
    return partner(id).name();
  }

  private Partner partner(String id) {
    return known.stream().filter(p -> p.id().toString().equals(id)).findFirst().orElseThrow();
  }

  @Override
  public void refresh() {
    CopyRequest now = request;
    if (now != null) {
      look(now);
    }
  }

  private void look(CopyRequest wanted) {
    request = wanted;
    line.ask(
        () -> doing.copies().look(wanted),
        found -> {
          if (wanted.equals(request)) {
            show(found);
          }
        });
  }

  private void show(Redaction found) {
    looked = found;
    lines.show(found);
    side.getChildren().setAll(new WhoPart(here).of(found));
    boolean nobody = !found.asked().isEmpty() && found.people().isEmpty();
    seal.setDisable(found.empty() || nobody);
  }

  /** In or out by a click or by Space; what stays by itself asks for a reason. */
  private void choose(LinesPart.Row row) {
    CopyRequest now = request;
    if (now == null) {
      return;
    }
    CopyRequest.Part part = new CopyRequest.Part(row.item().record(), row.field());
    if (row.line().isEmpty()) {
      look(now.without(part, true));
      return;
    }
    Redaction.Line field = row.line().get();
    if (!field.added().isEmpty()) {
      look(now.notAdding(part));
    } else if (field.goes()) {
      look(now.without(part, true));
    } else if (now.removed().contains(part)) {
      look(now.without(part, false));
    } else if (field.addable()) {
      because(now, part, row);
    } else {
      here.dialogs().notice(here.t("partner.cannot", lines.why(field)));
    }
  }

  private void because(CopyRequest now, CopyRequest.Part part, LinesPart.Row row) {
    Form form = new Form();
    form.show(here.t("partner.field"), lines.name(row));
    TextField why = form.add(here.t("reason"), new TextField());
    why.setId("copy-reason");
    here.dialogs()
        .ask(
            part.record() + part.field(),
            here.t("partner.add"),
            new VBox(10, Nodes.label(here.t("partner.add.below"), "muted"), warning(row), form),
            here.t("partner.add"),
            () -> Reason.given(here, why, words -> look(now.with(part, words))));
  }

  /** A file shows more than it seems to. */
  private Node warning(LinesPart.Row row) {
    boolean file = row.line().stream().anyMatch(LinesPart::isFile);
    Label words = Nodes.label(file ? here.t("partner.files.below") : "", "danger");
    words.setVisible(file);
    words.setManaged(file);
    return words;
  }

  @Override
  public void goOn() {
    Redaction r = looked;
    if (r == null || seal.isDisabled()) {
      here.dialogs().notice(here.t("partner.nobody"));
      return;
    }
    VBox words =
        new VBox(
            10,
            Nodes.label(here.t("partner.seal.to", r.partner().name())),
            Nodes.label(here.t("partner.goes", here.texts().country(r.partner().card().country()))),
            new WhoPart(here).named(r),
            Nodes.label(
                here.t(
                    "partner.seal.what",
                    r.people().size(),
                    r.items().stream().filter(i -> !i.going().isEmpty()).count())),
            Nodes.label(
                here.t(r.partner().answers() ? "partner.seal.receipt" : "partner.seal.noreceipt"),
                "muted"));
    if (!r.files().isEmpty()) {
      words
          .getChildren()
          .addAll(
              Nodes.label(here.t("partner.files", String.join(", ", r.files())), "strong"),
              Nodes.label(here.t("partner.files.below"), "danger"));
    }
    if (r.protection()) {
      words.getChildren().add(Nodes.label(here.t("partner.seal.protected"), "danger"));
    }
    here.dialogs()
        .ask(
            here.t("partner.copy"),
            words,
            here.t("partner.seal"),
            () -> {
              seal(r);
              return true;
            });
  }

  private void seal(Redaction r) {
    Texts words = Texts.in(language.getValue(), here.texts().zone());
    Underway.run(
        here,
        line,
        slot,
        here.t("seal.underway"),
        progress -> doing.copies().seal(r, words, progress),
        made -> {
          here.dialogs().notice(here.t("partner.sealed"));
          here.navigator().go(Place.Packages.thatLeave());
        });
  }

  @Override
  public Node node() {
    return page;
  }

  @Override
  public void closed() {
    line.close();
  }
}
