package org.sala.ui.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.sala.casework.sync.Carriers;
import org.sala.casework.sync.Configured;
import org.sala.casework.sync.Sync;
import org.sala.casework.sync.WhyNot;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/** The carriers that packages go and come by on their own: added, tried, paused, taken away. */
final class CarriersCard {
  private final Sync sync;
  private final Carriers carriers;
  private final Here here;
  private final Work.Line line;
  private final Runnable changed;
  private final boolean headquarters;

  /**
   * @param headquarters whether what comes can wait for a look
   */
  CarriersCard(Sync sync, boolean headquarters, Here here, Work.Line line, Runnable changed) {
    this.headquarters = headquarters;
    this.sync = sync;
    this.carriers = sync.carriers();
    this.here = here;
    this.line = line;
    this.changed = changed;
  }

  VBox card(List<Configured> all) {
    VBox card =
        Nodes.card(
            Nodes.label(here.t("carriers.title"), "strong"),
            Nodes.label(here.t("carriers.below"), "muted"));
    all.forEach(c -> card.getChildren().add(one(c)));
    Node folder = Nodes.button(here.t("carriers.add.folder"), "", this::folder);
    folder.setId("carrier-folder");
    Node store =
        Nodes.button(
            here.t("carriers.add.store"), "", () -> new StoreDialog(here, this::store).ask());
    store.setId("carrier-store");
    card.getChildren().add(flow(folder, store));
    return card;
  }

  private static FlowPane flow(Node... nodes) {
    return new FlowPane(8, 6, nodes);
  }

  private Node one(Configured c) {
    VBox box = new VBox(4, Nodes.row(Nodes.line(c.label(), "strong")));
    if (c.paused()) {
      box.getChildren()
          .add(Nodes.row(new Badge(Badge.Kind.NEUTRAL, here.t("carrierPhase.PAUSED"))));
    }
    box.getChildren().add(Nodes.label(c.place(), "mono", "small"));
    if (headquarters && c.lookFirst()) {
      box.getChildren().add(Nodes.label(here.t("carriers.look.below"), "muted", "small"));
    }
    if (!c.encrypted()) {
      box.getChildren().add(Nodes.label(here.t("carriers.plain"), "muted", "small"));
    }
    if (c.bytesPerSecond() > 0) {
      box.getChildren()
          .add(
              Nodes.label(
                  here.t("carriers.limited", here.texts().size(c.bytesPerSecond())),
                  "muted",
                  "small"));
    }
    FlowPane verbs =
        flow(
            Nodes.button(here.t("carriers.test"), "", () -> test(c)),
            Nodes.button(
                here.t(c.paused() ? "carrier.resume" : "carrier.pause"),
                "",
                () -> change(() -> carriers.pause(c.id(), !c.paused()))));
    if (headquarters) {
      Button look =
          Nodes.button(
              here.t(c.lookFirst() ? "carriers.byitself" : "carriers.look"),
              "",
              () -> change(() -> carriers.lookFirst(c.id(), !c.lookFirst())));
      look.setId("carrier-look");
      verbs.getChildren().add(look);
    }
    if (c.kind() == Configured.Kind.STORE) {
      Button key = Nodes.button(here.t("carriers.key"), "", () -> key(c));
      key.setId("carrier-key");
      verbs.getChildren().add(key);
      Button limit = Nodes.button(here.t("carriers.limit"), "", () -> limit(c));
      limit.setId("carrier-limit");
      verbs.getChildren().add(limit);
    }
    verbs.getChildren().add(Nodes.button(here.t("carriers.remove"), "", () -> remove(c)));
    box.getChildren().add(verbs);
    return box;
  }

  private void change(Runnable what) {
    line.act(
        () -> {
          what.run();
          sync.refresh();
          // A store that said no is left alone for a while: not when what it said no to has
          // changed.
          sync.wake();
          return true;
        },
        done -> changed.run());
  }

  private void folder() {
    here.dialogs().folder(here.t("carriers.folder")).ifPresent(this::folder);
  }

  private void folder(Path path) {
    String name = String.valueOf(path.getFileName());
    change(() -> carriers.addFolder(path, name));
  }

  private void store(StoreDialog.Filled filled) {
    change(() -> carriers.addStore(filled.form(), filled.label()));
  }

  private void test(Configured c) {
    here.dialogs().notice(here.t("carriers.testing"));
    line.actLong(() -> carriers.test(c.id()), why -> tell(c, why));
  }

  private void tell(Configured c, Optional<WhyNot> why) {
    here.dialogs()
        .tell(
            c.label(),
            why.map(w -> here.t("carrierWhy." + w)).orElseGet(() -> here.t("carriers.answers")));
  }

  private void limit(Configured c) {
    Form form = new Form();
    TextField rate =
        form.add(
            here.t("store.limit"),
            new TextField(c.bytesPerSecond() == 0 ? "" : "" + c.bytesPerSecond() / 1000));
    rate.setId("carrier-rate");
    form.show("", here.t("store.limit.below"));
    here.dialogs()
        .ask(
            c.id(),
            here.t("carriers.limit.title", c.label()),
            form,
            here.t("save"),
            () -> {
              Optional<Long> bytes = StoreDialog.rate(rate.getText());
              bytes.ifPresentOrElse(
                  b -> change(() -> carriers.limit(c.id(), b)),
                  () -> here.dialogs().notice(here.t("store.limit.wrong")));
              return bytes.isPresent();
            });
  }

  /** Stores give out new keys; a limit, a lock and what was seen there stay. */
  private void key(Configured c) {
    Form form = new Form();
    TextField id = form.add(here.t("store.key"), new TextField());
    id.setId("new-store-key");
    PasswordField secret = form.add(here.t("store.secret"), new PasswordField());
    secret.setId("new-store-secret");
    here.dialogs()
        .ask(
            c.id() + " key",
            here.t("carriers.key.title", c.label()),
            ControlFields.unkept(
                new VBox(10, Nodes.label(here.t("carriers.key.below"), "muted"), form)),
            here.t("save"),
            () -> {
              if (id.getText().isBlank() || secret.getText().isBlank()) {
                here.dialogs().notice(here.t("carriers.key.needed"));
                return false;
              }
              String key = id.getText();
              String word = secret.getText();
              secret.clear();
              change(() -> carriers.key(c.id(), key, word));
              return true;
            });
  }

  private void remove(Configured c) {
    here.dialogs()
        .askForGood(
            c.id(),
            here.t("carriers.remove.title", c.label()),
            Nodes.label(here.t("carriers.remove.below")),
            here.t("carriers.remove"),
            () -> {
              change(() -> carriers.remove(c.id()));
              return true;
            });
  }
}
