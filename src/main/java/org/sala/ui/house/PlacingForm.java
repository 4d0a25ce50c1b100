package org.sala.ui.house;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.sala.casework.house.Stay;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Seen;
import org.sala.ui.kit.Choice;
import org.sala.ui.kit.Form;
import org.sala.ui.roster.Edits;
import org.sala.ui.route.Here;

/** Room, bed, and what somebody may do; what is taken from them has a reason. */
final class PlacingForm {
  private final Here here;
  private final Form form = new Form();
  private final TextField house;
  private final TextField room;
  private final TextField bed;
  private final Choice freedom;
  private final TextField why;
  private final Choice phone;
  private final TextField phoneWhy;

  private final Edits edits;

  /**
   * @param stay what stands there; nothing where somebody only gets a bed
   */
  PlacingForm(String number, Stay.Placing now, Map<String, Cases.Shown> stay, Here here) {
    this.here = here;
    edits = new Edits(stay, here);
    form.show(here.t("people.number"), number);
    house = field(here.t("house.house"), now.house(), "stay-house");
    room = field(here.t("house.room"), now.room(), "stay-room");
    bed = field(here.t("house.bed.field"), now.bed(), "stay-bed");
    freedom =
        form.add(
            here.t("house.freedom"),
            new Choice(
                Arrays.stream(Stay.Freedom.values()).map(Enum::name).toList(),
                c -> here.texts().code("freedom", c)));
    freedom.setId("stay-freedom");
    freedom.setValue(now.freedom().name());
    why = field(here.t("house.freedom.why"), now.why(), "stay-why");
    phone =
        form.add(
            here.t("house.phone"),
            new Choice(
                Arrays.stream(Stay.Phone.values()).map(Enum::name).toList(),
                c -> here.texts().code("phone", c)));
    phone.setId("stay-phone");
    phone.setValue(now.phone().name());
    phoneWhy = field(here.t("house.phone.why"), now.phoneWhy(), "stay-phone-why");
    edits.leave("house", house).leave("room", room).leave("bed", bed);
    edits.leave("freedom", freedom).leave("phone", phone);
    // Whether a reason can be typed hangs on what it is for.
    edits.shows("freedomWhy", why);
    edits.shows("phoneWhy", phoneWhy);
    // A reason is asked for only where something is taken away.
    why.disableProperty()
        .bind(freedom.valueProperty().map(f -> !Stay.Freedom.valueOf(f).saysWhy()));
    phoneWhy
        .disableProperty()
        .bind(phone.valueProperty().map(p -> !Stay.Phone.valueOf(p).saysWhy()));
  }

  private TextField field(String label, String now, String id) {
    TextField field = form.add(label, new TextField(now));
    field.setId(id);
    return field;
  }

  Node node() {
    return edits.telling(form, here.t("edit.differ.wait"));
  }

  /** Returns the versions by which the stay stood when typing began. */
  Seen seen() {
    return edits.seen();
  }

  /** What was typed; empty where a reason is missing. */
  Optional<Stay.Placing> read() {
    Stay.Freedom may = Stay.Freedom.valueOf(freedom.getValue());
    Stay.Phone calls = Stay.Phone.valueOf(phone.getValue());
    if (may.saysWhy() && why.getText().isBlank()
        || calls.saysWhy() && phoneWhy.getText().isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        new Stay.Placing(
            house.getText(),
            room.getText(),
            bed.getText(),
            may,
            why.getText().strip(),
            calls,
            phoneWhy.getText().strip()));
  }
}
