package org.sala.ui.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.sala.casework.sync.StoreForm;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/** Asks for an object store, which is typed in as its operator has written it down. */
final class StoreDialog {
  private static final int LONGEST_PEM = 200_000;

  private final Here here;
  private final Consumer<Filled> then;
  private final TextField label = new TextField();
  private final TextField endpoint = new TextField("https://");
  private final TextField region = new TextField();
  private final TextField bucket = new TextField();
  private final TextField prefix = new TextField();
  private final TextField keyId = new TextField();
  private final PasswordField secret = new PasswordField();
  private final CheckBox pathStyle;
  private final TextField proxy = new TextField();
  private final TextField proxyUser = new TextField();
  private final PasswordField proxySecret = new PasswordField();
  private final TextField lock = new TextField();
  private final TextField limit = new TextField();
  private String authority = "";

  /** What was typed. */
  record Filled(String label, StoreForm form) {}

  StoreDialog(Here here, Consumer<Filled> then) {
    this.here = here;
    this.then = then;
    this.pathStyle = new CheckBox(here.t("store.path"));
    pathStyle.setSelected(true);
    label.setId("store-label");
    endpoint.setId("store-endpoint");
    bucket.setId("store-bucket");
    keyId.setId("store-key");
    secret.setId("store-secret");
    proxyUser.setId("store-proxy-user");
    proxySecret.setId("store-proxy-secret");
    lock.setId("store-lock");
  }

  void ask() {
    Form form = new Form();
    form.add(here.t("store.label"), label);
    form.add(here.t("store.endpoint"), endpoint);
    form.add(here.t("store.bucket"), bucket);
    form.add(here.t("store.prefix"), prefix);
    form.add(here.t("store.region"), region);
    form.add(here.t("store.key"), keyId);
    form.add(here.t("store.secret"), secret);
    form.show("", pathStyle);
    form.add(here.t("store.proxy"), proxy);
    form.add(here.t("store.proxy.user"), proxyUser);
    form.add(here.t("store.proxy.secret"), proxySecret);
    form.add(here.t("store.lock"), lock);
    form.add(here.t("store.limit"), limit);
    Button[] choose = new Button[1];
    choose[0] = Nodes.button(here.t("store.authority.choose"), "", () -> choose(choose[0]));
    form.show(here.t("store.authority"), choose[0]);
    here.dialogs()
        .ask(
            here.t("carriers.add.store"),
            new VBox(10, Nodes.label(here.t("store.below"), "muted"), form),
            here.t("carriers.add"),
            this::done);
  }

  private void choose(Button button) {
    here.dialogs()
        .openFile(here.t("store.authority"))
        .ifPresent(
            file ->
                here.work()
                    .line()
                    .act(
                        () -> read(file),
                        pem -> {
                          if (pem.isEmpty()) {
                            here.dialogs().notice(here.t("store.authority.wrong"));
                          } else {
                            authority = pem.get();
                            button.setText(String.valueOf(file.getFileName()));
                          }
                        }));
  }

  /** What may be a certificate; beside the window, for it may lie on a stick that is slow. */
  private static Optional<String> read(Path file) {
    try {
      return Files.size(file) > LONGEST_PEM
          ? Optional.empty()
          : Optional.of(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
              .filter(pem -> pem.contains("-----BEGIN CERTIFICATE-----"));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private boolean done() {
    Optional<Long> rate = rate(limit.getText());
    Optional<Integer> days = days(lock.getText());
    StoreForm form =
        new StoreForm(
            endpoint.getText(),
            region.getText(),
            bucket.getText(),
            prefix.getText(),
            pathStyle.isSelected(),
            proxy.getText(),
            authority,
            rate.orElse(0L),
            keyId.getText(),
            secret.getText(),
            proxyUser.getText(),
            proxySecret.getText(),
            days.orElse(0));
    boolean half = proxyUser.getText().isBlank() != proxySecret.getText().isBlank();
    if (rate.isEmpty() || days.isEmpty() || half || !form.isComplete()) {
      here.dialogs().notice(here.t("store.incomplete"));
      return false;
    }
    String name = label.getText().isBlank() ? bucket.getText().strip() : label.getText().strip();
    then.accept(new Filled(name, form));
    return true;
  }

  /** Days that were typed; nothing typed asks for no lock. */
  static Optional<Integer> days(String typed) {
    String text = typed.strip();
    if (text.isEmpty()) {
      return Optional.of(0);
    }
    return text.matches("[0-9]{1,3}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }

  /** Bytes a second from kilobytes that were typed; nothing typed is no limit. */
  static Optional<Long> rate(String typed) {
    String text = typed.strip();
    if (text.isEmpty()) {
      return Optional.of(0L);
    }
    return text.matches("[0-9]{1,7}") ? Optional.of(Long.parseLong(text) * 1000) : Optional.empty();
  }
}
