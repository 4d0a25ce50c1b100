package org.sala.ui.kit;

import java.util.Map;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Whole numbers as bars, one kind only, with the number on each bar: nothing is told by colour. */
public final class BarChartCard extends VBox {
  private static final int TICKS = 5;
  private static final int FEW = 6;
  private static final double GAP = 8;
  private static final double BROAD_GAP = 60;

  /**
   * @param caption what is counted
   * @param bars by their words below, in order
   */
  public BarChartCard(String caption, Map<String, Integer> bars) {
    getStyleClass().add("card");
    int most = bars.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    int step = Math.max(1, (most + TICKS - 1) / TICKS);
    NumberAxis up = new NumberAxis(0, step * (double) (TICKS + 1), step);
    up.setMinorTickVisible(false);
    BarChart<String, Number> chart = new BarChart<>(new CategoryAxis(), up);
    chart.setAnimated(false);
    chart.setLegendVisible(false);
    chart.setHorizontalGridLinesVisible(true);
    chart.setVerticalGridLinesVisible(false);
    chart.setAccessibleText(caption + " " + bars);
    chart.setMinHeight(140);
    // Few bars would be as broad as the whole card.
    chart.setCategoryGap(bars.size() < FEW ? BROAD_GAP : GAP);
    XYChart.Series<String, Number> series = new XYChart.Series<>();
    bars.forEach(
        (words, n) -> {
          XYChart.Data<String, Number> bar = new XYChart.Data<>(words, n);
          if (n > 0) {
            StackPane with = new StackPane(number(n));
            with.setAlignment(javafx.geometry.Pos.TOP_CENTER);
            bar.setNode(with);
          }
          series.getData().add(bar);
        });
    chart.getData().add(series);
    VBox.setVgrow(chart, Priority.ALWAYS);
    getChildren().setAll(Nodes.label(caption, "caption"), chart);
  }

  private static Label number(int n) {
    Label label = Nodes.line(Integer.toString(n), "bar-number");
    label.setTranslateY(-18);
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }
}
