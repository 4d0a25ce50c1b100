package org.sala.ui.packages;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import org.sala.casework.packages.register.PackageDetails;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.take.StandaloneCheck;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.text.Texts;

/** The technical side of a package, and how to check it with age, unzip and openssl alone. */
final class Outside {
  private final Here here;

  Outside(Here here) {
    this.here = here;
  }

  void show(PackageLine p, PackageDetails d) {
    VBox words = new VBox(8);
    fact(words, "outside.file", d.fileName());
    fact(words, "outside.sequence", Texts.packageNumber(p.sequence()));
    fact(words, "outside.digest", grouped(d.digest()));
    if (!d.recipients().isEmpty()) {
      fact(
          words,
          "outside.readers",
          String.join("\n", d.recipients().stream().map(Outside::grouped).toList()));
    }
    List<String> commands = StandaloneCheck.commands(d.fileName());
    TextArea area = new TextArea(String.join("\n", commands));
    area.setEditable(false);
    area.setWrapText(true);
    area.setPrefRowCount(9);
    area.getStyleClass().add("mono");
    area.setAccessibleText(here.t("packages.outside"));
    words
        .getChildren()
        .addAll(
            Nodes.label(here.t("packages.outside"), "caption"),
            Nodes.label(here.t("packages.outside.below"), "muted"),
            area);
    here.dialogs()
        .ask(
            here.t("packages.one", Texts.packageNumber(p.sequence())),
            words,
            here.t("outside.copy"),
            () -> {
              ClipboardContent content = new ClipboardContent();
              content.putString(String.join("\n", commands));
              Clipboard.getSystemClipboard().setContent(content);
              here.dialogs().notice(here.t("outside.copied"));
              return true;
            });
  }

  private void fact(VBox words, String caption, String value) {
    Node shown = Nodes.label(value, "mono");
    words.getChildren().add(new VBox(2, Nodes.label(here.t(caption), "caption"), shown));
  }

  /** In groups of eight, so that two people can compare it aloud and lines can break. */
  private static String grouped(String hex) {
    return hex.replaceAll("(.{8})(?=.)", "$1 ");
  }
}
