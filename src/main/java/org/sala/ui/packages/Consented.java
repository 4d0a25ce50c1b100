package org.sala.ui.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import org.sala.casework.consent.SaidElsewhere;
import org.sala.casework.packages.register.OmittedItems;
import org.sala.ui.route.Here;
import org.sala.ui.transit.Part;

/** Shows under which consent something leaves, and what stays: people by number, never by name. */
final class Consented {
  /** How many numbers are shown, as the eye takes them in; the rest is counted. */
  private static final int MOST = 12;

  private Consented() {}

  static List<Node> parts(
      List<String> yes,
      List<String> without,
      List<String> kept,
      List<OmittedItems> items,
      Here here) {
    List<Node> parts = new ArrayList<>();
    String consent = here.t("seal.consent");
    if (!yes.isEmpty()) {
      parts.add(Part.of(consent, here.t("consented.yes", yes.size()), some(yes, here)));
    }
    if (!without.isEmpty()) {
      parts.add(
          Part.of(
              yes.isEmpty() ? consent : here.t("consented.other"),
              here.t("consented.without", without.size()),
              some(without, here)));
    }
    if (parts.isEmpty()) {
      parts.add(Part.of(consent, here.t("consented.none")));
    }
    String stays = here.t("seal.kept");
    parts.add(
        kept.isEmpty()
            ? Part.of(stays, here.t("seal.kept.none"))
            : Part.of(stays, here.t("consented.kept", kept.size()), some(kept, here)));
    if (!items.isEmpty()) {
      parts.add(
          Part.of(
              here.t("consented.items", items.size()),
              items.stream().limit(MOST).map(i -> one(i, here)).collect(Collectors.joining("\n")),
              here.t("consented.items.below")));
    }
    return parts;
  }

  /** Shows for whom it is another record of the same person that says no, or fears; most nobody. */
  static List<Node> elsewhere(List<SaidElsewhere> all, Here here) {
    return all.isEmpty()
        ? List.of()
        : List.of(
            Part.of(
                here.t("elsewhere"),
                all.stream()
                    .limit(MOST)
                    .map(e -> here.t("elsewhere.says", e.number(), e.other()))
                    .collect(Collectors.joining("\n")),
                all.size() > MOST ? here.t("elsewhere.more", all.size() - MOST) : ""));
  }

  private static String one(OmittedItems left, Here here) {
    return left.number()
        + ": "
        + left.items().stream()
            .map(i -> here.texts().code("shared", i))
            .collect(Collectors.joining(", "));
  }

  private static String some(List<String> numbers, Here here) {
    String some = String.join(", ", numbers.subList(0, Math.min(MOST, numbers.size())));
    return numbers.size() > MOST ? here.t("consented.more", some, numbers.size() - MOST) : some;
  }
}
