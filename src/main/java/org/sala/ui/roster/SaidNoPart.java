package org.sala.ui.roster;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.sala.casework.screening.No;
import org.sala.ui.kit.Nodes;
import org.sala.ui.route.Here;

/**
 * What the person said no to before, a line each, where something is begun. An interpreter whom the
 * person has refused is asked about once; nothing is held up.
 */
public final class SaidNoPart {
  private final Here here;
  private final VBox node = new VBox(2);
  private final Set<String> told = new HashSet<>();
  private List<No> all = List.of();

  /** Says nothing, until it is known whom it is about. */
  public SaidNoPart(Here here) {
    this.here = here;
    node.setId("said-no");
    node.managedProperty().bind(node.visibleProperty());
    about(List.of());
  }

  public SaidNoPart(List<No> all, Here here) {
    this(here);
    about(all);
  }

  public Node node() {
    return node;
  }

  /** Says this of whoever is chosen now. */
  public void about(List<No> said) {
    all = said;
    told.clear();
    node.getChildren().setAll(said.stream().map(this::line).toList());
    node.setVisible(!said.isEmpty());
  }

  private Label line(No no) {
    String at = here.texts().date(no.at());
    return Nodes.label(
        switch (no.to()) {
          case INTERPRETER -> here.t("saidno.interpreter", at, no.who());
          case OFFICER -> here.t("saidno.officer", at);
          case INTERVIEW -> here.t("saidno.interview", at);
          case RECORD -> here.t("saidno.record", at);
        },
        "warning");
  }

  /**
   * Whether it is told now that the person has refused this interpreter: the same verb goes on all
   * the same.
   */
  public boolean asksOnce(String interpreter) {
    boolean asks =
        all.stream().anyMatch(n -> n.isTo(interpreter))
            && told.add(interpreter.strip().toLowerCase(Locale.ROOT));
    if (asks) {
      here.dialogs().notice(here.t("saidno.again"));
    }
    return asks;
  }
}
