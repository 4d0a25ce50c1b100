package org.sala.ui.people;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sala.casework.exhibits.AttachedContent;
import org.sala.casework.exhibits.Photos;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Seen;
import org.sala.casework.station.Taking;
import org.sala.domain.RecordId;
import org.sala.domain.Value;
import org.sala.ui.kit.Form;
import org.sala.ui.kit.Nodes;
import org.sala.ui.roster.Decoding;
import org.sala.ui.route.Here;
import org.sala.ui.work.Work;

/**
 * The photo of a person, shown small: taken from a file by dialog or drop, replaced, taken away. It
 * is decrypted into memory alone.
 */
final class PhotoCard {
  /** Decoded for twice the size that it is shown in, so that it stays sharp when enlarged. */
  private static final int LONGEST = 320;

  private static final double SHOWN = 160;

  private final RecordId person;
  private final Photos photos;
  private final Here here;
  private final Runnable refresh;
  private final Work.Line line;
  private final StackPane frame = new StackPane();
  private final HBox verbs = Nodes.row();
  private final VBox card;
  private Optional<Value> shown = Optional.empty();
  private Seen seen = new Seen(Map.of());

  PhotoCard(RecordId person, Photos photos, Here here, Runnable refresh) {
    this.person = person;
    this.photos = photos;
    this.here = here;
    this.refresh = refresh;
    this.line = here.work().line();
    this.card = Nodes.card(Nodes.label(here.t("field.photo"), "strong"), frame, verbs);
    frame.setId("photo");
    frame.setAlignment(Pos.CENTER_LEFT);
    card.setOnDragOver(
        e -> {
          if (e.getDragboard().hasFiles()) {
            e.acceptTransferModes(TransferMode.COPY);
          }
          e.consume();
        });
    card.setOnDragDropped(
        e -> {
          List<Path> files =
              e.getDragboard().getFiles().stream().map(java.io.File::toPath).toList();
          e.setDropCompleted(dropped(files));
          e.consume();
        });
    none();
  }

  VBox node() {
    return card;
  }

  /** Reads the photo only when another one stands in the record. */
  void show(PersonKnown k) {
    seen = Cases.seen(k.fields());
    Optional<Value> is = k.photo();
    if (is.equals(shown)) {
      return;
    }
    shown = is;
    if (is.isEmpty()) {
      none();
      return;
    }
    verbs
        .getChildren()
        .setAll(
            button("photo.replace", "photo-choose", this::choose),
            button("photo.remove", "photo-remove", this::remove));
    line.ask(() -> read(photos.photo(person)), this::picture);
  }

  private void none() {
    frame.getChildren().setAll(Nodes.label(here.t("photo.none"), "muted"));
    verbs.getChildren().setAll(button("photo.choose", "photo-choose", this::choose));
  }

  private Button button(String verb, String id, Runnable act) {
    Button button = Nodes.button(here.t(verb), "", act);
    button.setId(id);
    return button;
  }

  /** What there is to see, or why there is nothing. */
  private sealed interface Looked {
    record Face(Decoding.Decoded picture) implements Looked {}

    record Gone(String words) implements Looked {}
  }

  private static Looked read(AttachedContent.Opening opening) {
    return switch (opening) {
      case AttachedContent.Opening.Opened o -> {
        AttachedContent content = o.content();
        try (content) {
          yield Decoding.picture(content, LONGEST)
              .<Looked>map(Looked.Face::new)
              .orElseGet(() -> new Looked.Gone("exhibit.notdecoded"));
        } catch (IOException e) {
          yield read(content.ended(e));
        }
      }
      case AttachedContent.Opening.NoFile n -> new Looked.Gone("exhibit.nofile");
      case AttachedContent.Opening.Missing m -> new Looked.Gone("condition.MISSING");
      case AttachedContent.Opening.Altered a -> new Looked.Gone("condition.ALTERED");
      case AttachedContent.Opening.Unreadable u -> new Looked.Gone("condition.UNREADABLE");
      case AttachedContent.Opening.Erased e -> new Looked.Gone("condition.KEY_ERASED");
      case AttachedContent.Opening.NotOurs n -> new Looked.Gone("condition.NOT_OURS");
    };
  }

  private void picture(Looked looked) {
    switch (looked) {
      case Looked.Gone gone ->
          frame.getChildren().setAll(Nodes.label(here.t(gone.words()), "danger"));
      case Looked.Face face -> {
        ImageView view = new ImageView(face.picture().image());
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setFitWidth(Math.min(SHOWN, face.picture().image().getWidth()));
        view.setFitHeight(Math.min(SHOWN, face.picture().image().getHeight()));
        view.setAccessibleText(here.t("field.photo"));
        frame.getChildren().setAll(view);
      }
    }
  }

  private void choose() {
    here.dialogs().openFile(here.t("photo.choose")).ifPresent(this::take);
  }

  /** One file is a photo; of several nobody knows which. */
  boolean dropped(List<Path> files) {
    if (files.size() != 1) {
      here.dialogs().notice(here.t("photo.one"));
      return false;
    }
    take(files.getFirst());
    return true;
  }

  private void take(Path file) {
    Seen before = seen;
    here.work()
        .longWork()
        .start(
            here.t("photo.taking"),
            progress -> photos.attach(person, file, progress, before),
            this::taken);
  }

  private void taken(Taking taking) {
    switch (taking) {
      case Taking.Taken t -> refresh.run();
      case Taking.Stopped s -> here.dialogs().notice(here.t("fault.STOPPED"));
      case Taking.NoSpace n ->
          here.dialogs()
              .tell(
                  here.t("field.photo"),
                  here.t(
                      "exhibit.nospace",
                      here.t("field.photo"),
                      here.texts().size(n.needed()),
                      here.texts().size(n.free())));
      case Taking.Unreadable u ->
          here.dialogs()
              .tell(here.t("field.photo"), here.t("exhibit.unreadable", here.t("field.photo")));
      case Taking.NotAPicture n ->
          here.dialogs().tell(here.t("field.photo"), here.t("photo.notapicture"));
    }
  }

  private void remove() {
    Seen before = seen;
    Form form = new Form();
    TextField reason = form.add(here.t("reason"), new TextField());
    here.dialogs()
        .ask(
            here.t("photo.remove.title"),
            new VBox(8, Nodes.label(here.t("person.element.remove.below"), "muted"), form),
            here.t("person.element.remove.verb"),
            () -> {
              line.act(
                  () -> photos.remove(person, reason.getText(), before), saved -> refresh.run());
              return true;
            });
  }

  void close() {
    line.close();
  }
}
