package org.sala.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** Rows of a table. */
class TableTest {
  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void whereWordsWrapToThreeLinesRowsAreHigher() {
    Table<String> table = new Table<String>(new Label("nothing")).roomyBelow(440);
    table.resize(600, 300);
    double usual = table.getFixedCellSize();
    table.resize(400, 300);
    assertThat(table.getFixedCellSize()).isGreaterThan(usual + 10);
    table.resize(600, 300);
    assertThat(table.getFixedCellSize()).isEqualTo(usual);
  }

  @Test
  void readAnewItStaysInTheOrderSomebodyChoseAndAtTheRowTheyAreAt() {
    Table<String> table = new Table<String>(new Label("nothing")).column("Name", 100, name -> name);
    table.again(List.of("b", "c", "a"), name -> name);
    table.getSortOrder().setAll(List.of(table.getColumns().getFirst()));
    table.getSelectionModel().select("b");
    table.again(List.of("d", "b", "a"), name -> name);
    assertThat(table.getItems()).containsExactly("a", "b", "d");
    assertThat(table.getSelectionModel().getSelectedItem()).isEqualTo("b");
  }

  /** A sign with a tooltip is for whoever has a mouse; everybody hears what it stands for. */
  @Test
  void aCellOfNodesSaysItsWordsAndWhatASignStandsFor() {
    Badge sign = new Badge(Badge.Kind.WARNING, "");
    sign.setAccessibleText("Zaw · Saw");
    VBox cell = new VBox(Nodes.row(Nodes.label("Zaw"), sign), Nodes.spring(), Nodes.label("A-001"));
    assertThat(Heard.in(cell)).isEqualTo("Zaw, Zaw · Saw, A-001");
    assertThat(Heard.in(Nodes.spring())).isEmpty();
  }
}
