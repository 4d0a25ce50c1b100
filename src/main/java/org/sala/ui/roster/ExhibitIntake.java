package org.sala.ui.roster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;
import org.sala.casework.exhibits.AskedExhibits;
import org.sala.casework.exhibits.Exhibits;
import org.sala.casework.people.Cases;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Progress;
import org.sala.casework.station.Taking;
import org.sala.domain.FileNames;
import org.sala.domain.Moment;
import org.sala.domain.RecordId;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.ControlFields;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/** Taking exhibits in: by dialog, or by files dropped on a screen. */
public final class ExhibitIntake {
  private static final String AGAIN = "again";

  private final Exhibits exhibits;
  private final Here here;
  private final Work.Line line;

  public ExhibitIntake(Exhibits exhibits, Here here, Work.Line line) {
    this.exhibits = exhibits;
    this.here = here;
    this.line = line;
  }

  /** Where an exhibit may go; one case where the screen belongs to it. */
  public interface Choices {
    List<Cases.CaseLine> cases();
  }

  /** Lets files be dropped on a node. */
  public void dropsOn(Node node, Choices choices) {
    node.setOnDragOver(
        e -> {
          if (e.getDragboard().hasFiles()) {
            e.acceptTransferModes(TransferMode.COPY);
          }
          e.consume();
        });
    node.setOnDragDropped(
        e -> {
          List<Path> files =
              e.getDragboard().getFiles().stream().map(java.io.File::toPath).toList();
          e.setDropCompleted(!files.isEmpty());
          e.consume();
          if (!files.isEmpty()) {
            ask(choices.cases(), files);
          }
        });
  }

  /**
   * Goes on with what a lock, another language or a power cut has ended; who is told of it finds
   * the dialog again with what was typed.
   */
  public void goOn(Function<RecordId, Optional<Cases.CaseLine>> cases) {
    line.act(
        () ->
            exhibits.asked().left().stream()
                .flatMap(a -> cases.apply(a.caseId()).map(c -> new Left(a, c)).stream())
                .toList(),
        left -> {
          int[] all = {0};
          left.forEach(l -> take(l.asked(), List.of(l.of()), all));
        });
  }

  private record Left(AskedExhibits.Asked asked, Cases.CaseLine of) {}

  /** The dialog; more files can be chosen in it, and a thing without a file is an exhibit too. */
  public void ask(List<Cases.CaseLine> cases, List<Path> given) {
    ask(cases, given, Optional.empty());
  }

  private void ask(
      List<Cases.CaseLine> cases, List<Path> given, Optional<Exhibits.NewExhibit> before) {
    if (cases.isEmpty()) {
      here.dialogs().tell(here.t("exhibit.add"), here.t("exhibit.nocase"));
      return;
    }
    List<Path> files = new ArrayList<>(given);
    Form form = new Form();
    Choice inCase =
        new Choice(
            cases.stream().map(c -> c.id().toString()).toList(),
            id ->
                cases.stream()
                    .filter(c -> c.id().toString().equals(id))
                    .map(c -> c.number() + " " + c.title())
                    .findFirst()
                    .orElse(""));
    if (cases.size() > 1) {
      form.add(here.t("exhibit.case"), inCase);
    }
    TextField title = form.add(here.t("exhibit.title"), new TextField());
    title.setId("exhibit-title");
    TextArea description = form.add(here.t("field.description"), new TextArea());
    description.setPrefRowCount(2);
    description.setWrapText(true);
    TextField taken =
        form.add(here.t("exhibit.taken"), MomentField.now(here.texts(), here.clock()));
    TextField place = form.add(here.t("field.place"), new TextField());
    TextField from = form.add(here.t("exhibit.from"), new TextField());
    before.ifPresent(
        b -> {
          title.setText(b.title());
          description.setText(b.description());
          taken.setText(
              b.taken()
                  .map(t -> MomentField.written(t.local().toLocalDateTime(), here.texts()))
                  .orElse(""));
          place.setText(b.place());
          from.setText(b.from());
        });
    Label chosen = Nodes.changing("muted");
    Label room = Nodes.changing("muted", "small");
    Runnable told = () -> tell(files, title, chosen, room);
    told.run();
    Button choose =
        Nodes.button(
            here.t("exhibit.choose"),
            "",
            () ->
                here.dialogs()
                    .openFile(here.t("exhibit.choose"))
                    .ifPresent(
                        f -> {
                          files.add(f);
                          told.run();
                        }));
    choose.setId("choose-file");
    VBox content = new VBox(10, Nodes.row(choose), chosen, form, room);
    here.dialogs()
        .ask(
            here.t("exhibit.add"),
            content,
            here.t("exhibit.add.verb"),
            () -> {
              Optional<Moment> at = MomentField.read(taken, here.texts().zone());
              if (at.isEmpty() && !taken.getText().isBlank()) {
                here.dialogs().notice(here.t("exhibit.taken.how"));
                return false;
              }
              if (title.getText().isBlank() && files.size() < 2) {
                here.dialogs().notice(here.t("exhibit.title.needed"));
                return false;
              }
              if (!exhibits.room(files).enough()) {
                here.dialogs().notice(here.t("exhibit.noroom"));
                return false;
              }
              take(
                  cases,
                  RecordId.of(inCase.getValue()),
                  new Typed(
                      title.getText(), description.getText(), at, place.getText(), from.getText()),
                  files);
              return true;
            });
  }

  private void tell(List<Path> files, TextField title, Label chosen, Label room) {
    chosen.setText(
        files.isEmpty()
            ? here.t("exhibit.chosen.none")
            : files.stream().map(ExhibitIntake::name).limit(6).collect(Collectors.joining("\n"))
                + (files.size() > 6 ? "\n" + here.t("long.more", files.size() - 6) : ""));
    if (files.size() == 1 && title.getText().isBlank()) {
      title.setText(name(files.getFirst()));
    }
    title.setPromptText(files.size() > 1 ? here.t("exhibit.title.each") : "");
    Exhibits.Room needed = exhibits.room(files);
    room.setText(
        files.isEmpty()
            ? ""
            : here.t(
                "seal.space.below",
                here.texts().size(needed.needed()),
                here.texts().size(needed.free())));
  }

  private static String name(Path file) {
    return FileNames.shown(String.valueOf(file.getFileName()));
  }

  private record Typed(
      String title, String description, Optional<Moment> taken, String place, String from) {
    Exhibits.NewExhibit called(String name) {
      return new Exhibits.NewExhibit(name, description, taken, place, from);
    }

    @Override
    public String toString() {
      return "Typed";
    }
  }

  private void take(List<Cases.CaseLine> cases, RecordId caseId, Typed typed, List<Path> files) {
    if (files.isEmpty()) {
      line.act(() -> exhibits.add(caseId, typed.called(typed.title())), id -> added(1));
      return;
    }
    List<AskedExhibits.Named> named =
        files.stream().map(f -> named(typed, f, files.size())).toList();
    int[] all = {0};
    line.act(
        () -> exhibits.asked().ask(caseId, typed.called(named.getFirst().title()), named),
        asked -> asked.forEach(a -> take(a, cases, all)));
  }

  private static AskedExhibits.Named named(Typed typed, Path file, int of) {
    String name = name(file);
    return new AskedExhibits.Named(
        of == 1
            ? typed.title()
            : typed.title().isBlank() ? name : typed.title().strip() + ": " + name,
        file);
  }

  private void take(AskedExhibits.Asked asked, List<Cases.CaseLine> cases, int[] all) {
    // The screen that asked may be left before anything is told.
    Work.Line telling = here.work().line();
    here.work()
        .longWork()
        .start(
            here.t("exhibit.taking", name(asked.file())),
            progress -> taken(asked, progress),
            taking ->
                telling.act(
                    () -> {
                      if (!(taking instanceof Taking.NoSpace)) {
                        exhibits.asked().over(asked);
                      }
                      return taking;
                    },
                    told -> told(asked, cases, told, all)));
  }

  /** What failed is told, and not tried again by itself; what has no room waits. */
  private Taking taken(AskedExhibits.Asked asked, Progress progress) {
    try {
      return exhibits.take(asked, progress);
    } catch (CaseworkFault e) {
      exhibits.asked().over(asked);
      throw e;
    }
  }

  private void added(int count) {
    here.dialogs().notice(here.t("exhibit.added", count));
  }

  /**
   * @param all how many of what was given together are taken in
   */
  private void told(
      AskedExhibits.Asked asked, List<Cases.CaseLine> cases, Taking taking, int[] all) {
    String name = name(asked.file());
    switch (taking) {
      case Taking.Taken t -> added(++all[0]);
      case Taking.Stopped s -> here.dialogs().notice(here.t("exhibit.stopped", name));
      case Taking.NoSpace n ->
          waits(
              asked,
              here.t(
                  "exhibit.waits",
                  name,
                  here.texts().size(n.needed()),
                  here.texts().size(n.free())),
              () -> take(asked, cases, all));
      case Taking.Unreadable u -> again(asked, cases, here.t("exhibit.unreadable", name));
      case Taking.NotAPicture p -> again(asked, cases, here.t("exhibit.unreadable", name));
    }
  }

  /** It stays asked for, with what was read of it, until there is room or somebody gives it up. */
  private void waits(AskedExhibits.Asked asked, String why, Runnable goOn) {
    Form form = new Form();
    Choice next =
        form.add(
            here.t("exhibit.waits.next"),
            new Choice(
                List.of(AGAIN, "never"),
                code ->
                    here.t(AGAIN.equals(code) ? "exhibit.waits.again" : "exhibit.waits.never")));
    ControlFields.unkept(next);
    here.dialogs()
        .ask(
            asked.id().toString(),
            here.t("exhibit.add"),
            new VBox(10, Nodes.label(why), form),
            here.t("exhibit.waits.verb"),
            () -> {
              if (AGAIN.equals(next.getValue())) {
                goOn.run();
              } else {
                giveUp(asked);
              }
              return true;
            });
  }

  private void giveUp(AskedExhibits.Asked asked) {
    here.work()
        .line()
        .act(
            () -> {
              exhibits.asked().over(asked);
              return asked;
            },
            over -> here.dialogs().notice(here.t("exhibit.stopped", name(over.file()))));
  }

  /** Says why it is not here, over the dialog as it was typed. */
  private void again(AskedExhibits.Asked asked, List<Cases.CaseLine> cases, String why) {
    List<Cases.CaseLine> of = cases.stream().filter(c -> c.id().equals(asked.caseId())).toList();
    ask(of, List.of(asked.file()), Optional.of(asked.exhibit()));
    here.dialogs().tell(here.t("exhibit.add"), why);
  }
}
