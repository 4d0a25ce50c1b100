package org.sala.ui.headquarters;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.sala.casework.headquarters.Approvals;
import org.sala.casework.keys.PartnerCard;
import org.sala.casework.paper.AgencyCards;
import org.sala.casework.partner.Partners;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.paper.Saving;
import org.sala.ui.route.Here;
import org.sala.ui.transit.SecondWord;
import org.sala.ui.work.Work;

/** Gives out our own card, and takes another agency's: read, code typed, approved by a second. */
final class CardForms {
  /** Pixels; as much as the lowest window leaves. */
  private static final int SQUARE = 380;

  private final Partners partners;
  private final AgencyCards papers;
  private final SecondWord second;
  private final Here here;
  private final Work.Line line;
  private final Runnable changed;

  CardForms(
      Partners partners,
      AgencyCards papers,
      SecondWord second,
      Here here,
      Work.Line line,
      Runnable changed) {
    this.partners = partners;
    this.papers = papers;
    this.second = second;
    this.here = here;
    this.line = line;
    this.changed = changed;
  }

  /** Our card: the code to read out, and a file to send. */
  void own() {
    line.act(
        partners::own, card -> line.act(() -> partners.square(card), square -> own(card, square)));
  }

  private void own(PartnerCard card, boolean[][] square) {
    var code = Nodes.line(card.code(), "mono", "strong");
    code.setId("own-code");
    Button print = Nodes.button(here.t("partner.card.print"), "", this::print);
    print.setId("own-card-print");
    VBox words =
        new VBox(
            10,
            Nodes.label(here.t("partner.card.below")),
            code,
            Nodes.label(here.t("partner.card.code"), "muted"),
            Nodes.row(print));
    HBox all = new HBox(20, words, new CardSquare(square, SQUARE, here.t("partner.card.square")));
    here.dialogs()
        .ask(
            here.t("partner.card"),
            all,
            here.t("partner.card.save"),
            () -> {
              Optional<Path> to = here.dialogs().saveFile(here.t("partner.card"), "sala-card.json");
              to.ifPresent(
                  file ->
                      line.act(
                          () -> {
                            partners.write(file);
                            return file;
                          },
                          done -> here.dialogs().notice(here.t("partner.card.saved"))));
              return to.isPresent();
            });
  }

  private void print() {
    Saving.ask(
        here,
        here.t("paper.agencycard.title"),
        new VBox(),
        () -> "sala-card.pdf",
        () -> (to, progress) -> papers.own(here.texts(), to, progress));
  }

  /** Takes in another agency's card: a file, a picture of its QR code, or pasted text. */
  void take() {
    TextArea text = new TextArea();
    text.setId("card-text");
    text.setAccessibleText(here.t("partner.import.prompt"));
    text.setWrapText(true);
    text.setPrefRowCount(5);
    text.setPrefColumnCount(44);
    text.setPromptText(here.t("partner.import.prompt"));
    Button file = Nodes.button(here.t("partner.import.file"), "", () -> fromFile(text));
    file.setId("card-file");
    here.dialogs()
        .ask(
            here.t("partner.import"),
            new VBox(
                10, Nodes.label(here.t("partner.import.below"), "muted"), text, Nodes.row(file)),
            here.t("partner.import.next"),
            () -> {
              if (text.getText().isBlank()) {
                here.dialogs().notice(here.t("partner.import.needed"));
                return false;
              }
              String pasted = text.getText();
              line.act(() -> partners.read(pasted), this::compare);
              return true;
            });
  }

  private void fromFile(TextArea into) {
    here.dialogs()
        .openFile(here.t("partner.import.file"))
        .ifPresent(path -> line.act(() -> partners.read(path), card -> into.setText(card.text())));
  }

  /** The code is typed from the other side's voice: what is shown here would only be agreed to. */
  private void compare(PartnerCard card) {
    Form form = new Form();
    form.show(here.t("partner.agency"), card.name());
    form.show(here.t("partner.country"), here.texts().country(card.country()));
    TextField code = form.add(here.t("partner.code"), new TextField());
    code.setId("card-code");
    code.setPromptText("XXXX-XXXX-XXXX");
    VBox words = new VBox(10, Nodes.label(here.t("partner.compare.below")), form);
    if (card.authority().isEmpty()) {
      words.getChildren().add(Nodes.label(here.t("partner.compare.reads"), "muted"));
    }
    if (card.protection().isEmpty()) {
      words.getChildren().add(Nodes.label(here.t("partner.compare.open"), "muted"));
    }
    here.dialogs()
        .ask(
            card.digest(),
            here.t("partner.compare"),
            words,
            here.t("partner.confirm"),
            () -> {
              String typed = code.getText();
              if (!card.isCode(typed)) {
                here.dialogs().notice(here.t("partner.differs"));
                return false;
              }
              second.with(
                  Approvals.Of.PARTNER,
                  card.digest(),
                  here.t("approve.partner", card.name(), here.texts().country(card.country())),
                  () -> line.act(() -> partners.confirm(card, typed), known -> changed.run()));
              return true;
            });
  }
}
