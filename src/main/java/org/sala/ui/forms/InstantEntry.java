package org.sala.ui.forms;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sala.form.Answer;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/** A day and a time, with the zone in which the receipt tells it. */
final class InstantEntry implements Entry {
  private final Here here;
  private final TextField field = new TextField();
  private final Choice zone;
  private final String stored;
  private final String storedZone;
  private final Label told = Nodes.changing("muted");
  private final VBox node;

  InstantEntry(Optional<OffsetDateTime> stands, String accessible, Here here) {
    this.here = here;
    this.stored = stands.map(w -> Readings.typed(w, here.texts())).orElse("");
    this.storedZone = stands.map(w -> zoneOf(w, here)).orElseGet(() -> here.texts().zone().getId());
    Set<String> zones = new LinkedHashSet<>(List.of(here.texts().zone().getId(), storedZone));
    zones.addAll(Readings.ZONES);
    zone = new Choice(List.copyOf(zones), InstantEntry::named);
    zone.setValue(storedZone);
    zone.setId("answer-zone");
    zone.setAccessibleText(here.t("forms.zone"));
    field.setText(stored);
    field.setId("answer-field");
    field.setPromptText(here.t("forms.instant.prompt"));
    field.setAccessibleText(accessible);
    told.setId("read-as");
    field.textProperty().addListener((o, was, is) -> tell());
    zone.valueProperty().addListener((o, was, is) -> tell());
    HBox.setHgrow(field, Priority.ALWAYS);
    node = new VBox(6, Nodes.row(field, zone), told);
    tell();
  }

  /** The zone of this place where its clocks then stood so, else the bare offset. */
  private static String zoneOf(OffsetDateTime when, Here here) {
    ZoneId zone = here.texts().zone();
    return zone.getRules().getOffset(when.toInstant()).equals(when.getOffset())
        ? zone.getId()
        : Readings.ZONES.stream()
            .filter(
                z -> ZoneId.of(z).getRules().getOffset(when.toInstant()).equals(when.getOffset()))
            .findFirst()
            .orElseGet(() -> when.getOffset().getId());
  }

  private static String named(String zone) {
    return zone.substring(zone.lastIndexOf('/') + 1).replace('_', ' ');
  }

  private Optional<Answer> read() {
    return Readings.instant(field.getText(), ZoneId.of(zone.getValue()));
  }

  private void tell() {
    told.setText(
        field.getText().isBlank()
            ? ""
            : read()
                .filter(Answer.Instant.class::isInstance)
                .map(a -> told(((Answer.Instant) a).when(), here))
                .orElse(here.t("forms.instant.unread")));
  }

  /** Day and time in both eras, with the distance from Greenwich. */
  static String told(OffsetDateTime when, Here here) {
    String clock = DateTimeFormatter.ofPattern("HH:mm:ss xxx", Locale.ROOT).format(when);
    return here.texts().bothEras(here.texts().day(when.toLocalDate()), when.getYear())
        + " · "
        + clock;
  }

  @Override
  public Optional<Entered> entered() {
    boolean same =
        field.getText().strip().equals(stored)
            && (stored.isEmpty() || zone.getValue().equals(storedZone));
    if (same) {
      return Optional.empty();
    }
    if (field.getText().isBlank()) {
      return Optional.of(new Entered.Emptied());
    }
    return Optional.of(read().<Entered>map(Entered.Said::new).orElseGet(Entered.Unread::new));
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public Node target() {
    return field;
  }
}
