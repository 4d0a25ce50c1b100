package org.sala.ui.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignO;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import org.sala.ui.route.Place;
import org.sala.ui.text.Texts;

/**
 * The ways through the program; only what exists. Folds to its icons where the window is narrow.
 */
final class NavRail extends VBox {
  private final List<Button> ways = new ArrayList<>();
  private final Map<Class<?>, Button> items = new LinkedHashMap<>();
  private final Map<Class<?>, Label> counts = new LinkedHashMap<>();
  private final Label brand;
  private boolean narrow;

  NavRail(Texts texts, Consumer<Place> go) {
    getStyleClass().add("nav");
    Rectangle mark = new Rectangle(20, 20);
    mark.setArcWidth(8);
    mark.setArcHeight(8);
    mark.getStyleClass().add("mark");
    brand = new Label("Sala", mark);
    brand.getStyleClass().add("brand");
    getChildren().add(brand);
    item(
        texts.t("practice.title"),
        new FontIcon(MaterialDesignS.SCHOOL_OUTLINE),
        new Place.Practice(),
        go);
    item(texts.t("nav.today"), new FontIcon(MaterialDesignC.CALENDAR_TODAY), new Place.Today(), go);
    item(
        texts.t("nav.people"),
        new FontIcon(MaterialDesignA.ACCOUNT_GROUP_OUTLINE),
        new Place.PeopleHere(),
        go);
    item(texts.t("nav.cases"), new FontIcon(MaterialDesignF.FOLDER_OUTLINE), new Place.Cases(), go);
    item(
        texts.t("nav.screening"),
        new FontIcon(MaterialDesignC.COMMENT_ACCOUNT_OUTLINE),
        new Place.Screenings(),
        go);
    item(
        texts.t("nav.exhibits"),
        new FontIcon(MaterialDesignT.TAG_OUTLINE),
        new Place.Exhibits(),
        go);
    item(
        texts.t("nav.packages"),
        new FontIcon(MaterialDesignP.PACKAGE_VARIANT_CLOSED),
        new Place.Packages(),
        go);
    item(
        texts.t("nav.overview"),
        new FontIcon(MaterialDesignV.VIEW_DASHBOARD_OUTLINE),
        new Place.Overview(),
        go);
    item(
        texts.t("nav.arrivals"),
        new FontIcon(MaterialDesignI.INBOX_ARROW_DOWN_OUTLINE),
        new Place.Arrivals(),
        go);
    item(
        texts.t("nav.deciding"),
        new FontIcon(MaterialDesignS.SOURCE_MERGE),
        new Place.Deciding(),
        go);
    item(
        texts.t("nav.stations"),
        new FontIcon(MaterialDesignO.OFFICE_BUILDING_OUTLINE),
        new Place.Stations(),
        go);
    item(
        texts.t("nav.inside"),
        new FontIcon(MaterialDesignM.MAP_MARKER_OUTLINE),
        new Place.StillInside(),
        go);
    headquarters(false);
    practice(false);
    Region spring = new Region();
    VBox.setVgrow(spring, Priority.ALWAYS);
    getChildren().add(spring);
    item(
        texts.t("nav.settings"),
        new FontIcon(MaterialDesignC.COG_OUTLINE),
        new Place.Settings(),
        go);
    setMinWidth(Region.USE_PREF_SIZE);
  }

  private void item(String words, FontIcon icon, Place place, Consumer<Place> go) {
    Button button = new Button(words, icon);
    button.getStyleClass().setAll("button", "item");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAccessibleText(words);
    ways.add(button);
    button.setTooltip(new Tooltip(words));
    button.setOnAction(e -> go.accept(place));
    items.put(place.getClass(), button);
    Label count = new Label();
    count.getStyleClass().add("count");
    count.setMouseTransparent(true);
    count.setVisible(false);
    counts.put(place.getClass(), count);
    StackPane.setAlignment(count, Pos.CENTER_RIGHT);
    StackPane.setMargin(count, new Insets(0, 10, 0, 0));
    getChildren().add(new StackPane(button, count));
  }

  /** Writes a number beside a way; an empty one is not shown. */
  void count(Class<? extends Place> place, String number) {
    Label count = counts.get(place);
    Button button = items.get(place);
    if (count != null && button != null) {
      count.setText(number);
      count.setVisible(!number.isEmpty() && !narrow);
      button.setAccessibleText((button.getText() + " " + number).strip());
    }
  }

  /** Ctrl and a digit go to the first, the second ... of the ways that are shown. */
  boolean press(KeyCode code) {
    List<Button> shown = ways.stream().filter(Button::isManaged).toList();
    int at = code.isDigitKey() ? Integer.parseInt(code.getName().replaceAll("\\D", "")) : 0;
    if (at < 1 || at > shown.size()) {
      return false;
    }
    shown.get(at - 1).fire();
    return true;
  }

  /** Each way says the key that leads there. */
  private void nameKeys() {
    int at = 0;
    for (Button b : ways) {
      if (b.isManaged() && b.getTooltip() != null) {
        b.getTooltip().setText(b.getText() + "  Ctrl " + ++at);
      }
    }
  }

  /** Shows what only headquarters has, or leaves it away. */
  void headquarters(boolean here) {
    shown(
        here,
        List.of(
            Place.Overview.class,
            Place.Arrivals.class,
            Place.Deciding.class,
            Place.Stations.class,
            Place.StillInside.class));
  }

  /** Shows what only a practice workspace has, or leaves it away. */
  void practice(boolean here) {
    shown(here, List.of(Place.Practice.class));
  }

  private void shown(boolean here, List<Class<? extends Place>> some) {
    for (Class<?> only : some) {
      Optional.ofNullable(items.get(only))
          .ifPresent(
              b -> {
                b.setVisible(here);
                b.setManaged(here);
              });
    }
    nameKeys();
  }

  /** Marks where one is. */
  void at(Place place) {
    Class<?> home =
        switch (place) {
          case Place.OneCase c -> Place.Cases.class;
          case Place.OneStatement s -> Place.Cases.class;
          case Place.OneExhibit e -> Place.Exhibits.class;
          case Place.OnePerson p -> Place.PeopleHere.class;
          case Place.Intake i -> Place.PeopleHere.class;
          case Place.ObviousVersions o -> Place.Deciding.class;
          case Place.SamePerson s -> Place.PeopleHere.class;
          case Place.House h -> Place.PeopleHere.class;
          case Place.OneDossier d -> Place.PeopleHere.class;
          case Place.Triage t -> Place.Today.class;
          case Place.Interview i -> Place.Screenings.class;
          case Place.PracticeScore s -> Place.Practice.class;
          case Place.OneSite s -> Place.StillInside.class;
          case Place.News n -> Place.Overview.class;
          case Place.Founding f -> Place.Settings.class;
          case Place.Filling f -> Place.PeopleHere.class;
          case Place.Review r -> Place.Screenings.class;
          case Place.TwoScreenings t -> Place.Screenings.class;
          default -> place.getClass();
        };
    items.forEach(
        (type, button) -> {
          button.getStyleClass().remove("here");
          if (type.equals(home)) {
            button.getStyleClass().add("here");
          }
        });
  }

  /** Shows icons alone, or icons and words. */
  void fold(boolean narrow) {
    this.narrow = narrow;
    counts.values().forEach(c -> c.setVisible(!narrow && !c.getText().isEmpty()));
    ContentDisplay display = narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
    items.values().forEach(b -> b.setContentDisplay(display));
    brand.setContentDisplay(display);
    setPrefWidth(narrow ? 56 : 190);
  }
}
