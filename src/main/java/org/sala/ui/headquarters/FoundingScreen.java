package org.sala.ui.headquarters;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sala.casework.consent.Fears;
import org.sala.casework.headquarters.Headquarters;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;
import org.sala.ui.route.NewPassphrase;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.transit.Underway;
import org.sala.ui.work.Work;

/** Makes this workspace the agency's headquarters; the authority's key goes to a folder apart. */
public final class FoundingScreen implements Screen {
  private final Headquarters headquarters;
  private final Here here;
  private final Work.Line line;
  private final VBox page = new VBox();
  private final StackPane slot = new StackPane();
  private final TextField agency = new TextField();
  private final TextField name = new TextField();
  private final TextField number = new TextField();
  private final Choice country;
  private final Label folder = new Label();
  private final NewPassphrase phrase;
  private final Label wrong = Nodes.changing("error");
  private Optional<Path> apart = Optional.empty();

  public FoundingScreen(Headquarters headquarters, Here here) {
    this.headquarters = headquarters;
    this.here = here;
    this.line = here.work().line();
    agency.setId("founding-agency");
    name.setId("founding-name");
    number.setId("founding-number");
    // Nothing is chosen for anybody: whose fear stops what is sent is told by this country for
    // good.
    country =
        new Choice(
            Stream.concat(Stream.of(""), Fears.COUNTRIES.stream()).toList(),
            c -> c.isEmpty() ? here.t("none") : here.texts().country(c));
    country.setId("founding-country");
    phrase = new NewPassphrase(here.texts(), "founding-passphrase", "founding-again");
    build();
  }

  private void build() {
    Button choose = Nodes.button(here.t("founding.choose"), "", this::choose);
    choose.setId("founding-folder");
    Form form = new Form();
    form.add(here.t("settings.agency"), agency);
    form.add(here.t("founding.name"), name);
    form.add(here.t("settings.number"), number);
    form.add(here.t("founding.country"), country);
    folder.setText(here.t("founding.nofolder"));
    folder.getStyleClass().addAll("muted", "small");
    form.add(here.t("founding.folder"), Nodes.row(choose, folder));
    phrase.addTo(form, here.t("founding.passphrase"));
    Button found = Nodes.button(here.t("founding.verb"), "Ctrl Enter", this::goOn, "primary");
    found.setId("found");
    VBox card =
        Nodes.card(
            Nodes.label(here.t("founding.what")),
            Nodes.label(here.t("founding.safe"), "muted"),
            form,
            wrong,
            Nodes.row(Nodes.spring(), found));
    card.setMaxWidth(640);
    Node scroll = Nodes.side(card, 640);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    page.getStyleClass().add("page");
    page.getChildren()
        .setAll(Nodes.header("", here.t("founding.title"), here.t("founding.below")), slot, scroll);
  }

  private void choose() {
    here.dialogs()
        .folder(here.t("founding.folder"))
        .ifPresent(
            f -> {
              apart = Optional.of(f);
              folder.setText(f.toString());
            });
  }

  @Override
  public void goOn() {
    boolean filled =
        !agency.getText().isBlank()
            && !name.getText().isBlank()
            && !number.getText().isBlank()
            && !country.getValue().isEmpty();
    Optional<String> missing =
        !filled || apart.isEmpty() ? Optional.of(here.t("founding.fill")) : phrase.trouble();
    wrong.setText(missing.orElse(""));
    if (missing.isEmpty()) {
      found(apart.orElseThrow(), phrase.chars());
    }
  }

  private void found(Path folderApart, char[] secret) {
    phrase.clear();
    Headquarters.Founding founding =
        new Headquarters.Founding(
            agency.getText(),
            name.getText(),
            number.getText(),
            country.getValue(),
            folderApart,
            secret);
    Underway.run(
        here,
        line,
        slot,
        here.t("founding.underway"),
        progress -> {
          try {
            headquarters.found(founding);
            return folderApart;
          } finally {
            Arrays.fill(secret, '\0');
          }
        },
        done -> {
          here.navigator().go(new Place.Stations());
          here.dialogs().tell(here.t("founding.title"), here.t("founding.done"));
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
