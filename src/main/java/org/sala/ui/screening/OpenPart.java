package org.sala.ui.screening;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.sala.casework.screening.ScreeningPage;
import org.sala.form.Explanation;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/** What was not asked, not known or not answered: three lists, and none of them is a no. */
final class OpenPart {
  private final VBox node;

  OpenPart(ScreeningPage page, Explanation e, Here here) {
    node =
        Nodes.card(
            Nodes.label(here.t("worksheet.stillopen"), "strong"),
            Nodes.label(here.t("worksheet.notano"), "muted"));
    add("worksheet.notasked", e.notAsked(), page, here);
    add("worksheet.unknown", e.unknown(), page, here);
    add("worksheet.declined", e.declined(), page, here);
  }

  private void add(String key, List<String> codes, ScreeningPage page, Here here) {
    if (!codes.isEmpty()) {
      node.getChildren()
          .add(
              new VBox(
                  2,
                  Nodes.label(here.t(key, codes.size()), "caption"),
                  Nodes.label(WorksheetPart.codes(codes, page.catalogue().orElseThrow(), here))));
    }
  }

  Node node() {
    return node;
  }
}
