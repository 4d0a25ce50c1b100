package org.sala.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitFor;

import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** Parts of one dialog stand in line, and what is not shown moves none of them. */
class FormTest {
  private final TextField one = new TextField();
  private final TextField other = new TextField();

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void labelsThatAreNotShownTakeNoRoom() {
    waitFor(asyncFx(this::begins));
  }

  private void begins() {
    Form first = new Form();
    first.add("Short", one);
    Form second = new Form();
    second.add("A label that is much longer than any of the others here", other);
    second.managedProperty().bind(second.visibleProperty());
    second.setVisible(false);
    Form.align(first, second);
    VBox box = new VBox(first, second);
    new Scene(box, 900, 200);
    double alone = at(box);
    assertThat(alone).isLessThan(100);
    second.setVisible(true);
    assertThat(at(box)).as("in line").isEqualTo(other.getLayoutX()).isGreaterThan(200);
    second.setVisible(false);
    assertThat(at(box)).as("as before").isEqualTo(alone);
  }

  private double at(VBox box) {
    // What a width asks for comes with the next pass.
    for (int pass = 0; pass < 3; pass++) {
      box.applyCss();
      box.layout();
    }
    return one.getLayoutX();
  }
}
