package org.sala.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sala.casework.Desk;
import org.sala.casework.Pending;
import org.sala.casework.hall.Alarm;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.SlipForm;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.work.Work;

/** Above every screen: the search, who works here, the lock, and in yellow what is still to do. */
final class TopBar {
  /** As much as somebody looks through before typing on. */
  private static final int FOUND = 16;

  private final Desk desk;
  private final Here here;
  private final StackPane root;
  private final Runnable lock;
  private final Work.Line line;
  private final Runnable second;
  private final Runnable add;
  private final DangerLine danger;
  private final Node link;
  private final VBox node = new VBox();
  private final VBox server = new VBox();
  private final Badge me = new Badge(Badge.Kind.ACCENT, "");

  /**
   * @param link how the laptop is joined to anybody else
   * @param root over which the search is drawn
   * @param second lets a second officer step in
   * @param add adds the thing of the screen that is open
   */
  TopBar(
      Desk desk,
      Here here,
      Node link,
      StackPane root,
      Runnable lock,
      Runnable second,
      Runnable add) {
    this.desk = desk;
    this.here = here;
    this.link = link;
    this.root = root;
    this.lock = lock;
    this.second = second;
    this.add = add;
    this.danger =
        new DangerLine(
            here, "danger-line", "danger.line", a -> here.navigator().go(new Place.Today()));
    me.visibleProperty().bind(me.textProperty().isNotEmpty());
    this.line = here.work().around();
  }

  Node node() {
    return node;
  }

  /** People in danger at the other laptops of the hall. */
  void danger(List<Alarm> elsewhere) {
    danger.show(elsewhere);
  }

  /** Shows what holds now. */
  void show() {
    node.getChildren().setAll(top(), danger, server);
    server(desk.atServer());
    toDo();
    if (me.getText().isEmpty()) {
      line.ask(desk.officers()::me, me::setText);
    }
  }

  private HBox top() {
    Button search = searching();
    HBox top =
        Nodes.row(
            search,
            Nodes.spring(),
            link,
            standing(),
            me,
            Nodes.button(here.t("lock"), "Ctrl L", lock));
    top.getStyleClass().add("top");
    return top;
  }

  /** How this officer stands at headquarters; a certificate that was taken back is no tick. */
  private Badge standing() {
    if (!desk.enrolment().enrolled()) {
      return new Badge(Badge.Kind.WARNING, here.t("top.notenrolled"));
    }
    return desk.pending().contains(Pending.CERTIFICATE_REVOKED)
        ? new Badge(Badge.Kind.WARNING, here.t("top.withdrawn"))
        : new Badge(Badge.Kind.OK, here.t("top.enrolled"));
  }

  /** Looks like the field that it opens, with its key at the end. */
  private Button searching() {
    Button search = Nodes.button(here.t("search"), "", this::search, "search");
    HBox inside =
        Nodes.row(
            Nodes.line(search.getText(), "muted"),
            Nodes.spring(),
            Nodes.line("Ctrl K", "key-hint"));
    inside.prefWidthProperty().bind(search.widthProperty().subtract(30));
    search.setGraphic(inside);
    search.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    search.setAccessibleText(search.getText());
    search.setPrefWidth(380);
    search.setMinWidth(180);
    return search;
  }

  /** Everything that can be gone to or found, by its first letters. */
  void search() {
    FoundRows rows = new FoundRows(here, desk.headquarters().isHeadquarters());
    new Palette(
            root,
            here.texts(),
            here.work().line(),
            commands(),
            new Palette.Finding(
                typed -> desk.search().find(typed, FOUND),
                rows::row,
                found -> here.navigator().go(rows.place(found))))
        .open();
  }

  private List<Palette.Command> commands() {
    List<Palette.Command> all = new ArrayList<>(everywhere());
    all.add(command("cases.new", "", () -> adding(new Place.Cases())));
    all.add(command("people.register", "", () -> adding(new Place.PeopleHere())));
    if (here.navigator().here() instanceof Place.OneCase c) {
      all.add(
          command("statement.begin", "", () -> adding(new Place.OneCase(c.id(), "statements"))));
    }
    if (desk.headquarters().isHeadquarters()) {
      all.addAll(
          List.of(
              command("nav.overview", "", () -> here.navigator().go(new Place.Overview())),
              command("nav.arrivals", "", () -> here.navigator().go(new Place.Arrivals())),
              command("nav.deciding", "", () -> here.navigator().go(new Place.Deciding())),
              command(
                  "same.title",
                  "",
                  () -> here.navigator().go(new Place.SamePerson(Optional.empty()))),
              command("nav.stations", "", () -> here.navigator().go(new Place.Stations()))));
    }
    return all;
  }

  private List<Palette.Command> everywhere() {
    return List.of(
        command("nav.today", "", () -> here.navigator().go(new Place.Today())),
        command("intake.open", "", () -> here.navigator().go(new Place.Intake())),
        command("nav.people", "", () -> here.navigator().go(new Place.PeopleHere())),
        command("house.open", "", () -> here.navigator().go(new Place.House())),
        command("nav.cases", "", () -> here.navigator().go(new Place.Cases())),
        command("nav.inside", "", () -> here.navigator().go(new Place.StillInside())),
        command("directory.title", "", () -> here.navigator().go(new Place.Directory())),
        command("partner.title", "", () -> here.navigator().go(new Place.Partners())),
        command("slip.title", "", () -> SlipForm.ask(here, here.work().line(), desk.referrals())),
        command("nav.screening", "", () -> here.navigator().go(new Place.Screenings())),
        command("nav.exhibits", "", () -> here.navigator().go(new Place.Exhibits())),
        command("news.title", "", () -> here.navigator().go(new Place.News())),
        command("nav.packages", "", () -> here.navigator().go(new Place.Packages())),
        command("nav.settings", "", () -> here.navigator().go(new Place.Settings())),
        command("back", "Alt ←", here.navigator()::back),
        command("second.title", "Ctrl Shift L", second),
        command("lock", "Ctrl L", lock));
  }

  private void adding(Place place) {
    here.navigator().go(place);
    add.run();
  }

  private Palette.Command command(String words, String key, Runnable act) {
    return new Palette.Command(here.t(words), key, act);
  }

  /** Shows what is pending at the server, each in a line of its own; nothing is asked of it. */
  void server(List<Pending> atServer) {
    server.getChildren().clear();
    for (Pending p : atServer) {
      Label words = Nodes.label(here.t("pending." + p));
      words.setWrapText(true);
      HBox line = yellow(words);
      line.setId("line-" + p);
      HBox.setHgrow(words, Priority.ALWAYS);
      server.getChildren().add(line);
    }
  }

  private void toDo() {
    List<Pending> toDo = new ArrayList<>(desk.pending());
    toDo.removeAll(desk.atServer());
    YellowLines lines = new YellowLines();
    toDo.forEach(p -> lines.add(line(p)));
    if (!toDo.isEmpty()) {
      node.getChildren().add(lines);
    }
  }

  private HBox line(Pending p) {
    String words =
        p == Pending.UNSHOWN ? here.t("pending." + p, desk.unshown()) : here.t("pending." + p);
    HBox line = yellow(Nodes.label(words));
    line.setId("line-" + p);
    helps(p)
        .ifPresent(
            place -> {
              Button go =
                  Nodes.button(here.t("pending.do"), "", () -> here.navigator().go(place), "plain");
              go.setId("do-" + p);
              line.getChildren().add(go);
            });
    return line;
  }

  /**
   * Returns the place where something can be done about it; a clock, a disk and another key are not
   * set in Sala.
   */
  private static Optional<Place> helps(Pending p) {
    return switch (p) {
      case AUTHORITY_LIST_ENDS, ISSUER_OUT_OF_TIME, COLLEAGUE_ENDS, UNCERTIFIED ->
          Optional.of(new Place.Stations());
      case RECOVERY_SHEET,
          ENROLMENT,
          CERTIFICATE_ENDS,
          RESTORED,
          KEY_FILE_MENDED,
          ONE_COPY_LEFT,
          DRAFTS_SPOILED,
          SETTINGS_SPOILED,
          CARRIERS_SPOILED,
          COLLEAGUE_ADDED,
          COLLEAGUE_GONE,
          OLDER_KEY_FILE,
          OLDER_STATE ->
          Optional.of(new Place.Settings());
      default -> Optional.empty();
    };
  }

  private static HBox yellow(Node... nodes) {
    HBox line = new HBox(nodes);
    line.getStyleClass().add("yellow");
    return line;
  }
}
