package org.sala.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** Cards beside each other keep their own height, and their column. */
class CardColumnsTest {
  private final Region tall = card(300);
  private final Region low = card(100);
  private final Region third = card(50);
  private final Region fourth = card(60);
  private final CardColumns columns = new CardColumns(List.of(tall, low, third, fourth));

  private static Region card(double height) {
    Region card = new Region();
    card.setPrefHeight(height);
    return card;
  }

  private void within(double width) {
    columns.resize(width, columns.prefHeight(width));
    columns.layout();
  }

  @Test
  void aLowCardBesideATallOneStaysLowAndTheNextFollowsItAtOnce() {
    within(1_000);
    assertThat(low.getLayoutX()).isGreaterThan(tall.getWidth());
    assertThat(low.getHeight()).isEqualTo(100);
    assertThat(third.getLayoutX()).isZero();
    assertThat(third.getLayoutY()).isEqualTo(314);
    assertThat(fourth.getLayoutX()).isEqualTo(low.getLayoutX());
    assertThat(fourth.getLayoutY()).isEqualTo(114);
    assertThat(columns.getHeight()).isEqualTo(364);
  }

  @Test
  void aNarrowWindowHasOneColumn() {
    within(500);
    assertThat(List.of(tall, low, third, fourth)).allMatch(c -> c.getLayoutX() == 0);
    assertThat(fourth.getLayoutY()).isEqualTo(492);
    assertThat(columns.getHeight()).isEqualTo(552);
    assertThat(tall.getWidth()).isEqualTo(500);
  }

  @Test
  void aCardKeepsItsColumnWhileAnotherOneGrows() {
    within(1_000);
    double before = third.getLayoutX();
    tall.setPrefHeight(900);
    within(1_000);
    assertThat(third.getLayoutX()).isEqualTo(before);
    assertThat(third.getLayoutY()).isEqualTo(914);
  }
}
