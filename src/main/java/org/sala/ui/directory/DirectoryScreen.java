package org.sala.ui.directory;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.casework.protection.Referral;
import org.sala.casework.protection.Services;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.kit.Table;
import org.sala.ui.roster.PersonForm;
import org.sala.ui.route.Here;
import org.sala.ui.route.Reason;
import org.sala.ui.route.Screen;
import org.sala.ui.work.Work;

/** Agencies that have no account here: what they do, in which languages, when, and how reached. */
public final class DirectoryScreen implements Screen {
  private final Services services;
  private final Here here;
  private final Work.Line line;
  private final VBox page = new VBox();

  public DirectoryScreen(Services services, Here here) {
    this.services = services;
    this.here = here;
    this.line = here.work().line();
    page.getStyleClass().add("page");
    refresh();
  }

  private record Known(List<Services.Entry> all, long signed) {}

  @Override
  public void refresh() {
    line.ask(() -> new Known(services.all(), services.signedVersion()), this::show);
  }

  private void show(Known k) {
    Table<Services.Entry> table =
        new Table<Services.Entry>(
                Nodes.empty(here.t("directory.none"), here.t("directory.none.next")))
            .column(here.t("directory.name"), 200, e -> e.agency().name(), "strong")
            .column(here.t("directory.does"), 210, this::does)
            .column(here.t("people.language"), 130, this::languages)
            .column(here.t("directory.hours"), 130, e -> e.agency().hours())
            .column(here.t("directory.contact"), 220, e -> e.agency().contact())
            .nodes(
                "",
                110,
                e ->
                    e.signed()
                        ? Nodes.line(here.t("directory.signed"), "muted", "small")
                        : Nodes.button(here.t("directory.strike"), "", () -> strike(e), "plain"));
    table.framed().setId("directory");
    table.setItems(FXCollections.observableArrayList(k.all()));
    VBox.setVgrow(table, Priority.ALWAYS);
    var file = Nodes.button(here.t("directory.file"), "", this::file);
    file.setId("directory-file");
    page.getChildren()
        .setAll(
            Nodes.header(
                "",
                here.t("directory.title"),
                k.signed() > 0
                    ? here.t("directory.below.signed", k.signed())
                    : here.t("directory.below"),
                file,
                Nodes.button(here.t("directory.add"), "Ctrl N", this::add, "primary")),
            table);
  }

  private String does(Services.Entry e) {
    return e.agency().services().stream()
        .map(s -> here.texts().code("service", s.name()))
        .collect(Collectors.joining(", "));
  }

  private String languages(Services.Entry e) {
    return e.agency().languages().stream()
        .map(l -> here.texts().code("lang", l))
        .collect(Collectors.joining(", "));
  }

  private void file() {
    here.dialogs()
        .openFile(here.t("directory.file"))
        .ifPresent(path -> line.act(() -> services.take(path), this::taken));
  }

  private void taken(Services.Taken taken) {
    switch (taken) {
      case Services.Taken.Directory d ->
          here.dialogs().notice(here.t("directory.taken", d.version(), d.agencies()));
      case Services.Taken.Signed n ->
          here.dialogs().tell(here.t("directory.file"), here.t("directory.bysigned", n.version()));
      case Services.Taken.NotNewer n ->
          here.dialogs().tell(here.t("directory.file"), here.t("directory.notnewer", n.version()));
      case Services.Taken.Refused r ->
          here.dialogs()
              .tell(
                  here.t("directory.refused"),
                  String.join("\n", r.problems().stream().limit(12).toList()));
    }
  }

  private void strike(Services.Entry e) {
    Form form = new Form();
    form.show(here.t("directory.name"), e.agency().name());
    TextField reason = form.add(here.t("reason"), new TextField());
    here.dialogs()
        .askForGood(
            e.id().toString(),
            here.t("directory.strike.title"),
            new VBox(10, Nodes.label(here.t("directory.strike.below"), "muted"), form),
            here.t("directory.strike"),
            () ->
                Reason.given(
                    here,
                    reason,
                    why -> line.act(() -> services.strike(e.id(), why), saved -> {})));
  }

  @Override
  public void add() {
    Form form = new Form();
    TextField name = form.add(here.t("directory.name"), new TextField());
    name.setId("agency-name");
    Map<Referral.Service, CheckBox> does = new LinkedHashMap<>();
    FlowPane ticks = new FlowPane(12, 6);
    ticks.setPrefWrapLength(380);
    Arrays.stream(Referral.Service.values())
        .forEach(
            s -> {
              CheckBox tick = new CheckBox(here.texts().code("service", s.name()));
              tick.setId("agency-" + s.name());
              does.put(s, tick);
              ticks.getChildren().add(tick);
            });
    form.add(here.t("directory.does"), ticks);
    TextField languages = form.add(here.t("directory.languages"), new TextField());
    languages.setPromptText(here.t("directory.languages.how"));
    languages.setId("agency-languages");
    TextField hours = form.add(here.t("directory.hours"), new TextField());
    TextField contact = form.add(here.t("directory.contact"), new TextField());
    contact.setId("agency-contact");
    here.dialogs()
        .ask(
            here.t("directory.add"),
            form,
            here.t("save"),
            () -> {
              Set<Referral.Service> chosen = new LinkedHashSet<>();
              does.forEach(
                  (s, tick) -> {
                    if (tick.isSelected()) {
                      chosen.add(s);
                    }
                  });
              if (name.getText().isBlank() || chosen.isEmpty() || contact.getText().isBlank()) {
                here.dialogs().notice(here.t("directory.needed"));
                return false;
              }
              Set<String> codes = new LinkedHashSet<>();
              for (String written : languages.getText().strip().split("[\\s,]+")) {
                Optional<String> code = language(written);
                if (code.isEmpty() && !written.isEmpty()) {
                  here.dialogs().notice(here.t("directory.languages.unknown", written));
                  return false;
                }
                code.ifPresent(codes::add);
              }
              Services.Agency agency =
                  new Services.Agency(
                      name.getText(), chosen, codes, hours.getText(), contact.getText());
              line.act(() -> services.add(agency), id -> {});
              return true;
            });
  }

  /** A language as somebody writes it: its word in any language of the screens, or its code. */
  private Optional<String> language(String written) {
    return PersonForm.LANGUAGES.stream()
        .filter(c -> !c.isEmpty() && here.texts().says("lang", c, written))
        .findFirst()
        .or(() -> Optional.of(written).filter(c -> c.matches("[a-z]{2,3}")));
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
