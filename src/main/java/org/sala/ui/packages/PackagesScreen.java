package org.sala.ui.packages;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sala.casework.Checked;
import org.sala.casework.Importing;
import org.sala.casework.Packages;
import org.sala.casework.Progress;
import org.sala.casework.SealPlan;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.kit.Tabs;
import org.sala.ui.route.Here;
import org.sala.ui.route.Screen;
import org.sala.ui.work.Work;

/** Packages: what leaves, what came, and the true state of each. */
public final class PackagesScreen implements Screen {
  private final Packages packages;
  private final Here here;
  private final Work.Line line;
  private final VBox page = new VBox();
  private String tab = "out";

  public PackagesScreen(Packages packages, Optional<RecordId> sealing, Here here) {
    this.packages = packages;
    this.here = here;
    this.line = here.work().line();
    page.getStyleClass().add("page");
    refresh();
    if (sealing.isPresent()) {
      line.act(() -> packages.plan(sealing), this::confirm);
    }
  }

  @Override
  public void refresh() {
    line.ask(packages::list, this::show);
  }

  private void show(List<Packages.PackageLine> all) {
    List<Packages.PackageLine> out = all.stream().filter(Packages.PackageLine::outgoing).toList();
    List<Packages.PackageLine> in = all.stream().filter(p -> !p.outgoing()).toList();
    StackPane body = new StackPane();
    VBox.setVgrow(body, Priority.ALWAYS);
    Tabs tabs =
        new Tabs(
            key -> {
              tab = key;
              body.getChildren().setAll(list(key.equals("out") ? out : in));
            });
    tabs.add("out", here.t("packages.out", out.size()));
    tabs.add("in", here.t("packages.in", in.size()));
    page.getChildren()
        .setAll(
            Nodes.header(
                "",
                here.t("nav.packages"),
                here.t("packages.below"),
                Nodes.button(here.t("packages.check"), "", this::check),
                Nodes.button(here.t("packages.take"), "", this::take),
                Nodes.button(here.t("packages.seal"), "Ctrl N", this::add, "primary")),
            tabs,
            body);
    tabs.choose(tab);
  }

  private Node list(List<Packages.PackageLine> lines) {
    VBox side = new VBox();
    Table<Packages.PackageLine> table =
        new Table<Packages.PackageLine>(
                Nodes.empty(here.t("packages.none"), here.t("packages.none.next")))
            .nodes(here.t("packages.package"), 150, this::name)
            .column(here.t("packages.contents"), 200, this::contents)
            .column(here.t("packages.size"), 90, p -> here.texts().size(p.size()))
            .nodes(here.t("packages.state"), 200, this::state);
    table.setId("packages");
    table.setItems(FXCollections.observableArrayList(lines));
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (o, was, is) -> side.getChildren().setAll(is == null ? new VBox() : details(is)));
    if (!lines.isEmpty()) {
      table.getSelectionModel().select(0);
    }
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox card = Nodes.card(table);
    HBox.setHgrow(card, Priority.ALWAYS);
    return new HBox(14, card, Nodes.side(side, 300));
  }

  private Node name(Packages.PackageLine p) {
    VBox box =
        new VBox(
            1,
            Nodes.line(String.format(java.util.Locale.ROOT, "%04d", p.sequence()), "strong"),
            Nodes.line(p.sealed().map(here.texts()::date).orElse(""), "muted", "small"));
    box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    return box;
  }

  private String contents(Packages.PackageLine p) {
    String[] counts = p.contents().split(" ", -1);
    if (p.purpose().equals("receipt")) {
      return here.t("purpose.receipt");
    }
    return counts.length == 3
        ? here.t("packages.counts", counts[0], counts[1], p.changes())
        : here.texts().code("purpose", p.purpose());
  }

  private Node state(Packages.PackageLine p) {
    return switch (p.state()) {
      case SEALED -> new Badge(Badge.Kind.WARNING, here.t("state.SEALED"));
      case CARRIED -> new Badge(Badge.Kind.INFO, here.t("state.CARRIED"));
      case RECEIVED -> new Badge(Badge.Kind.OK, here.t("state.RECEIVED"));
      case HELD -> new Badge(Badge.Kind.WARNING, here.t("state.HELD"));
      case PARTLY -> new Badge(Badge.Kind.WARNING, here.t("state.PARTLY"));
      case REFUSED -> new Badge(Badge.Kind.DANGER, here.t("state.REFUSED"));
      case REJECTED -> new Badge(Badge.Kind.DANGER, here.t("state.REJECTED"));
      case SET_ASIDE -> new Badge(Badge.Kind.NEUTRAL, here.t("state.SET_ASIDE"));
      case IMPORTED -> new Badge(Badge.Kind.OK, here.t("state.IMPORTED"));
    };
  }

  private Node details(Packages.PackageLine p) {
    VBox card =
        Nodes.card(
            Nodes.label(
                here.t("packages.one", String.format(java.util.Locale.ROOT, "%04d", p.sequence())),
                "strong"),
            Nodes.label(here.t("packages.what"), "caption"),
            Nodes.label(contents(p)),
            Nodes.label(here.t("packages.state"), "caption"),
            Nodes.label(here.t("state." + p.state() + ".below"), "muted"),
            Nodes.label(here.t("packages.outside"), "caption"),
            Nodes.label(here.t("packages.outside.below"), "muted"),
            Nodes.label(p.fileName(), "mono", "small"));
    if (p.outgoing()) {
      card.getChildren().add(Nodes.row(Nodes.button(here.t("packages.copy"), "", () -> copy(p))));
    }
    return card;
  }

  private void copy(Packages.PackageLine p) {
    here.dialogs()
        .folder(here.t("packages.copy"))
        .ifPresent(
            folder ->
                line.act(
                    () -> packages.carry(p.id(), folder),
                    done -> {
                      here.dialogs().notice(here.t("packages.copied"));
                      refresh();
                    }));
  }

  /**
   * Says in words what would leave, to whom, and what stays; sealed only when the verb is chosen.
   */
  @Override
  public void add() {
    line.act(() -> packages.plan(Optional.empty()), this::confirm);
  }

  private void confirm(SealPlan plan) {
    if (plan.empty()) {
      here.dialogs().tell(here.t("packages.seal"), here.t("seal.nothing"));
      return;
    }
    VBox words =
        new VBox(
            8,
            Nodes.label(here.t("seal.to"), "caption"),
            Nodes.label(plan.recipient().isEmpty() ? here.t("seal.notenrolled") : plan.recipient()),
            Nodes.label(here.t("packages.what"), "caption"),
            Nodes.label(here.t("seal.what", plan.changes().size(), plan.people(), plan.cases())),
            Nodes.label(here.t("seal.consent"), "caption"),
            Nodes.label(
                here.t(
                    "seal.consent.below",
                    plan.withConsent().size(),
                    plan.withoutConsent().size() + plan.keptBack().size())),
            Nodes.label(here.t("seal.kept"), "caption"),
            Nodes.label(
                plan.keptBack().isEmpty()
                    ? here.t("seal.kept.none")
                    : here.t("seal.kept.below", plan.keptBack().size())),
            Nodes.label(here.t("seal.space"), "caption"),
            Nodes.label(
                here.t(
                    "seal.space.below",
                    here.texts().size(plan.needed()),
                    here.texts().size(plan.free())),
                "muted"));
    here.dialogs()
        .ask(
            here.t("packages.seal"),
            words,
            here.t("seal.verb"),
            () -> {
              line.act(
                  () -> packages.seal(plan, Progress.none()),
                  done -> {
                    here.dialogs().notice(here.t("seal.done"));
                    refresh();
                  });
              return true;
            });
  }

  private void check() {
    here.dialogs()
        .openFile(here.t("packages.check"))
        .ifPresent(file -> line.act(() -> packages.check(file), this::tell));
  }

  private void tell(Checked checked) {
    StringBuilder words = new StringBuilder(here.t("verdict." + checked.kind()));
    checked
        .signer()
        .ifPresent(
            s ->
                words
                    .append('\n')
                    .append(here.t("verdict.signer", s, checked.agency().orElse(""))));
    if (checked.genuine() && !checked.revocationChecked()) {
      words.append('\n').append(here.t("verdict.unchecked"));
    }
    checked.findings().stream().limit(8).forEach(f -> words.append('\n').append(f));
    here.dialogs().tell(here.t("packages.check"), words.toString());
  }

  private void take() {
    here.dialogs().openFile(here.t("packages.take")).ifPresent(this::take);
  }

  private void take(Path file) {
    line.act(
        () -> packages.take(file),
        outcome -> {
          switch (outcome) {
            case Importing.Outcome.Imported i ->
                here.dialogs()
                    .tell(
                        here.t("packages.take"),
                        here.t("taken.imported", i.changes(), i.records(), i.disputed()));
            case Importing.Outcome.AlreadyImported a ->
                here.dialogs()
                    .tell(
                        here.t("packages.take"),
                        here.t("taken.already", here.texts().date(a.at())));
            case Importing.Outcome.Refused r -> tell(r.checked());
            case Importing.Outcome.Held h ->
                here.dialogs().tell(here.t("packages.take"), here.t("taken.held"));
            case Importing.Outcome.AlreadyDecided a ->
                here.dialogs().tell(here.t("packages.take"), here.t("state." + a.state()));
          }
          refresh();
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
