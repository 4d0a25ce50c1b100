package org.sala.ui.exhibits;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sala.casework.exhibits.Custody;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.history.Histories;
import org.sala.casework.packages.Packages;
import org.sala.casework.packages.register.RecordStates;
import org.sala.casework.people.Cases;
import org.sala.domain.AttachedFile;
import org.sala.domain.FileNames;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Badge;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.Edits;
import org.sala.ui.roster.ExhibitTable;
import org.sala.ui.roster.HistoryForm;
import org.sala.ui.route.Here;
import org.sala.ui.route.Place;
import org.sala.ui.route.Screen;
import org.sala.ui.text.FieldWords;
import org.sala.ui.transit.StateBadge;
import org.sala.ui.work.Work;

/** One exhibit: its file as far as it can be shown, what is known of it, and its custody. */
public final class ExhibitScreen implements Screen {
  private final RecordId id;
  private final Exhibits exhibits;
  private final Cases cases;
  private final Histories histories;
  private final Packages packages;
  private final Here here;
  private final Work.Line line;
  private final Work.Line viewing;
  private final VBox page = new VBox();
  private final StackPane view = new StackPane();
  private Optional<Exhibits.Condition> condition = Optional.empty();
  private @Nullable Known known;

  /** What this screen works with. */
  public record Doing(Exhibits exhibits, Cases cases, Histories histories, Packages packages) {}

  public ExhibitScreen(RecordId id, Doing doing, Here here) {
    this.id = id;
    this.exhibits = doing.exhibits();
    this.cases = doing.cases();
    this.histories = doing.histories();
    this.packages = doing.packages();
    this.here = here;
    this.line = here.work().line();
    this.viewing = here.work().line();
    page.getStyleClass().add("page");
    view.setMinSize(0, 0);
    VBox.setVgrow(view, Priority.ALWAYS);
    refresh();
    // Opened once: every look at a file is in the audit.
    viewing.ask(
        () -> Shown.of(exhibits.open(id)),
        shown -> view.getChildren().setAll(Viewer.of(shown, here, this::export)));
  }

  private record Known(
      Exhibits.ExhibitLine line,
      Map<String, Cases.Shown> fields,
      List<Custody.Entry> custody,
      Optional<Cases.CaseLine> caseLine,
      Optional<RecordStates.Way> way) {}

  @Override
  public void refresh() {
    line.ask(
        () -> {
          Exhibits.ExhibitLine found = exhibits.find(id).orElseThrow();
          return new Known(
              found,
              exhibits.fields(id),
              exhibits.custody().of(id),
              cases.find(found.caseId()),
              Optional.ofNullable(packages.ways(List.of(id)).get(id)));
        },
        this::show);
  }

  private void show(Known k) {
    known = k;
    HBox actions = Nodes.row();
    if (k.line().file().isPresent()) {
      actions
          .getChildren()
          .addAll(
              Nodes.button(here.t("exhibit.check"), "", this::check),
              Nodes.button(here.t("exhibit.export"), "", this::export));
    }
    actions.getChildren().add(Nodes.button(here.t("edit"), "Ctrl E", this::edit));
    actions.getChildren().add(Nodes.button(here.t("custody.add"), "Ctrl N", this::add, "primary"));
    actions.setMinWidth(HBox.USE_PREF_SIZE);
    VBox card = Nodes.card(view);
    HBox.setHgrow(card, Priority.ALWAYS);
    VBox side = new VBox(14, facts(k), custody(k));
    HBox body = new HBox(14, card, Nodes.side(side, 400));
    VBox.setVgrow(body, Priority.ALWAYS);
    page.getChildren()
        .setAll(
            Nodes.header(
                here.t("nav.exhibits")
                    + " / "
                    + k.line().number()
                    + k.way().map(w -> " · " + StateBadge.words(w, here)).orElse(""),
                k.line().title(),
                "",
                actions),
            body);
  }

  private Node facts(Known k) {
    Form facts = new Form();
    k.caseLine().ifPresent(c -> facts.show(here.t("exhibit.case"), c.number() + " · " + c.title()));
    for (String key : List.of("title", "description", "taken", "place")) {
      Cases.Shown shown = k.fields().get(key);
      // The title stands above; where there are two of it, both stand here.
      if (shown != null && (shown.disputed() || !key.equals("title"))) {
        facts.show(here.t("field." + key), FieldWords.value(shown, here.texts()));
      }
    }
    VBox card = Nodes.card(Nodes.label(here.t("exhibit.facts"), "strong"), facts);
    k.caseLine()
        .ifPresent(
            c ->
                card.getChildren()
                    .add(
                        Nodes.row(
                            Nodes.button(
                                here.t("exhibit.tocase"),
                                "",
                                () -> here.navigator().go(new Place.OneCase(c.id(), "exhibits")),
                                "plain"))));
    k.line().file().ifPresent(f -> card.getChildren().addAll(file(f, facts)));
    card.getChildren()
        .add(Nodes.row(HistoryForm.button(here, line, histories, List.of(id), "exhibit-history")));
    return card;
  }

  private List<Node> file(AttachedFile file, Form facts) {
    facts.show(here.t("field.file"), ExhibitTable.name(file));
    facts.show(
        here.t("exhibit.type"), here.texts().code("filetype", file.type().replace('/', '-')));
    facts.show(
        here.t("exhibit.size"),
        here.t("exhibit.bytes", here.texts().size(file.size()), file.size()));
    VBox box =
        new VBox(
            4,
            Nodes.row(
                Nodes.label(here.t("exhibit.digest"), "caption"),
                Nodes.spring(),
                Nodes.button(here.t("exhibit.copy"), "", () -> copy(file.digest()), "plain")),
            Nodes.label(grouped(file.digest()), "mono"));
    HBox state = Nodes.row();
    condition.ifPresent(c -> state.getChildren().add(badge(c)));
    return List.of(box, state);
  }

  /** Groups of eight can be read out over the telephone, and wrap. */
  private static String grouped(String digest) {
    return digest.replaceAll("(.{8})(?=.)", "$1 ");
  }

  private Node badge(Exhibits.Condition c) {
    Badge.Kind kind =
        switch (c) {
          case INTACT -> Badge.Kind.OK;
          case ALTERED, MISSING, UNREADABLE -> Badge.Kind.DANGER;
          case KEY_ERASED, NOT_OURS, NO_FILE, STOPPED -> Badge.Kind.NEUTRAL;
        };
    return new Badge(kind, here.t("condition." + c));
  }

  private void copy(String digest) {
    ClipboardContent content = new ClipboardContent();
    content.putString(digest);
    Clipboard.getSystemClipboard().setContent(content);
    here.dialogs().notice(here.t("exhibit.copied"));
  }

  private Node custody(Known k) {
    VBox card =
        Nodes.card(Nodes.label(here.t("exhibit.custody.count", k.custody().size()), "strong"));
    for (Custody.Entry e : k.custody()) {
      VBox one =
          new VBox(
              2,
              Nodes.label(here.texts().code("custody", FileNames.shown(e.event())), "strong"),
              Nodes.label(e.at().map(here.texts()::date).orElse(""), "muted", "small"));
      detail(one, "field.from", e.from());
      detail(one, "field.to", e.to());
      detail(one, "field.place", e.place());
      detail(one, "field.sealNumber", e.sealNumber());
      detail(one, "field.note", e.note());
      one.getChildren()
          .add(
              Nodes.label(
                  here.t(
                      "custody.recorded",
                      e.recordedBy().isEmpty() ? here.t("history.other") : e.recordedBy(),
                      here.texts().date(e.recorded())),
                  "muted",
                  "small"));
      card.getChildren().add(one);
    }
    return card;
  }

  private void detail(VBox to, String key, String value) {
    if (!value.isEmpty()) {
      to.getChildren().add(Nodes.label(here.t("custody.detail", here.t(key), value)));
    }
  }

  private void check() {
    here.work()
        .longWork()
        .start(
            here.t("exhibit.checking", number()),
            progress -> exhibits.check(id, progress),
            found -> {
              condition = Optional.of(found);
              here.dialogs().notice(here.t("condition." + found));
              refresh();
            });
  }

  private String number() {
    return known == null ? "" : known.line().number();
  }

  /** A plain copy outside of the workspace: said plainly before a place is asked for. */
  private void export() {
    Known k = known;
    if (k == null || k.line().file().isEmpty()) {
      return;
    }
    AttachedFile file = k.line().file().get();
    VBox words =
        new VBox(
            8,
            Nodes.label(here.t("exhibit.export.below")),
            Nodes.label(
                here.t(
                    "exhibit.file.line", ExhibitTable.name(file), here.texts().size(file.size())),
                "muted"));
    here.dialogs()
        .ask(
            here.t("exhibit.export"),
            words,
            here.t("exhibit.export.verb"),
            () -> {
              here.dialogs()
                  .saveFile(here.t("exhibit.export"), FileNames.harmless(file.name()))
                  .ifPresent(
                      to ->
                          here.work()
                              .longWork()
                              .start(
                                  here.t("exhibit.exporting", number()),
                                  progress -> exhibits.export(id, to, progress),
                                  this::exported));
              return true;
            });
  }

  private void exported(Exhibits.Exported came) {
    switch (came) {
      case Exhibits.Exported.Written w -> here.dialogs().notice(here.t("exhibit.exported"));
      case Exhibits.Exported.Stopped s -> here.dialogs().notice(here.t("fault.STOPPED"));
      case Exhibits.Exported.NoSpace n ->
          here.dialogs()
              .tell(
                  here.t("exhibit.export"),
                  here.t(
                      "exhibit.nospace",
                      number(),
                      here.texts().size(n.needed()),
                      here.texts().size(n.free())));
      case Exhibits.Exported.Unfit u ->
          here.dialogs()
              .tell(
                  here.t("exhibit.export"),
                  here.t("exhibit.unfit", here.t("condition." + u.condition())));
      case Exhibits.Exported.NotThere n ->
          here.dialogs().tell(here.t("exhibit.export"), here.t("exhibit.notthere"));
    }
  }

  /** Ctrl+N: the next event of its custody. */
  @Override
  public void add() {
    CustodyForm.ask(
        here, event -> line.act(() -> exhibits.custody().add(id, event), saved -> refresh()));
  }

  @Override
  public void edit() {
    Known k = known;
    if (k == null) {
      return;
    }
    Edits edits = new Edits(k.fields(), here);
    Form form = new Form();
    TextField title = form.add(here.t("exhibit.title"), new TextField(edits.text("title")));
    TextArea description =
        form.add(here.t("field.description"), new TextArea(edits.text("description")));
    description.setId("exhibit-description");
    description.setPrefRowCount(3);
    description.setWrapText(true);
    TextField place = form.add(here.t("field.place"), new TextField(edits.text("place")));
    edits.leave("title", title).leave("description", description).leave("place", place);
    TextField reason = form.add(here.t("reason"), new TextField());
    here.dialogs()
        .ask(
            here.t("edit.exhibit"),
            edits.telling(form, here.t("edit.differ.wait")),
            here.t("save"),
            () -> {
              if (title.getText().isBlank()) {
                here.dialogs().notice(here.t("exhibit.title.needed"));
                return false;
              }
              edits
                  .put("title", title.getText())
                  .put("description", description.getText())
                  .put("place", place.getText());
              if (!edits.isEmpty()) {
                line.act(
                    () -> exhibits.edit(id, edits.changes(), reason.getText(), edits.seen()),
                    saved -> refresh());
              }
              return true;
            });
  }

  @Override
  public Node node() {
    return page;
  }

  @Override
  public void closed() {
    line.close();
    viewing.close();
  }
}
