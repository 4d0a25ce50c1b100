package org.sala.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** Larger and smaller, and never out of reach. */
class ZoomTest extends ApplicationTest {
  private final TextField field = new TextField();
  private final StackPane content = new StackPane(field);
  private Zoom zoom;

  @Override
  public void start(Stage stage) {
    field.setMaxWidth(100);
    zoom = new Zoom(content, 100);
    stage.setScene(new Scene(zoom, 1280, 720));
    stage.show();
  }

  @Test
  void theContentLaysItselfOutForTheRoomItHas() {
    assertThat(content.getWidth()).isEqualTo(1280);
    assertThat(content.getHeight()).isEqualTo(720);
    at(80);
    assertThat(content.getWidth()).isEqualTo(1600);
    at(125);
    assertThat(content.getWidth()).isEqualTo(1024);
    at(250);
    assertThat(content.getWidth()).as("no screen is squeezed; it scrolls").isEqualTo(860);
    assertThat(content.getHeight()).isEqualTo(500);
    at(100);
    assertThat(content.getWidth()).isEqualTo(1280);
  }

  @Test
  void aClickBesideEverythingLeavesTheKeyboardWhereItWas() {
    List<KeyCode> heard = new ArrayList<>();
    content.addEventFilter(KeyEvent.KEY_PRESSED, e -> heard.add(e.getCode()));
    clickOn(field);
    clickOn(content, Pos.BOTTOM_LEFT, new Point2D(30, -30));
    assertThat(field.isFocused()).isTrue();
    push(KeyCode.F9);
    assertThat(heard).contains(KeyCode.F9);
  }

  private void clickOn(StackPane place, Pos pos, Point2D beside) {
    clickOn(point(place).atPosition(pos).atOffset(beside));
  }

  @Test
  void stepsStayWithinTheBounds() {
    assertThat(Zoom.step(250, 1)).isEqualTo(250);
    assertThat(Zoom.step(80, -1)).isEqualTo(80);
    assertThat(Zoom.step(130, 1)).isEqualTo(140);
    assertThat(Zoom.step(130, 0)).isEqualTo(100);
  }

  private void at(int percent) {
    interact(
        () -> {
          zoom.to(percent);
          zoom.layout();
        });
  }
}
