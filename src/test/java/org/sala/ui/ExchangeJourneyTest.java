package org.sala.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.packages.register.RecordStates;

/**
 * Founding, enrolment, sealing, carrying, importing and the receipt: two windows and a stick, all
 * of it by real clicks and keys.
 */
class ExchangeJourneyTest extends JourneyWindow {
  @TempDir static Path folder;
  private Path chosen = Path.of("");

  @Override
  protected Path workspace() {
    return folder.resolve("a");
  }

  @Override
  public Optional<Path> openFile(String title) {
    return Optional.of(chosen);
  }

  @Override
  public Optional<Path> saveFile(String title, String name) {
    chosen = folder.resolve(name);
    return Optional.of(chosen);
  }

  @Override
  public Optional<Path> folder(String title) {
    return Optional.of(title.startsWith("Folder for the authority") ? safe() : stick());
  }

  private static Path safe() {
    return Desks.stick(folder.resolve("safe"));
  }

  private static Path stick() {
    return Desks.stick(folder.resolve("stick"));
  }

  @Test
  void aStationIsEnrolledItsPackageArrivesAndTheReceiptMakesItReceived() throws Exception {
    Desks.create(folder.resolve("hq"), "Officer Zero Example", "zero").close();
    Desks.create(folder.resolve("a"), "Officer One Example", "one").close();
    at("hq", "zero");
    found();
    at("a", "one");
    request();
    at("hq", "zero");
    String code = answer();
    at("a", "one");
    accept(code);
    seal();
    at("hq", "zero");
    arrive();
    at("a", "one");
    receipt();
  }

  /** Goes to the other laptop. */
  private void at(String name, String handle) {
    interact(
        () -> {
          if (shell != null) {
            shell.close();
            desk.close();
          }
          Desk other = Desks.unlock(folder.resolve(name), handle);
          enter(other);
        });
    until("#next");
  }

  private void found() {
    press("Settings");
    press("This is headquarters…");
    type("#founding-agency", "Agency of Examples");
    type("#founding-name", "Headquarters");
    type("#founding-number", "EX-0000");
    clickOn("#founding-folder");
    type("#founding-passphrase", "nine slow example lanterns");
    type("#founding-again", "nine slow example lanterns");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(lookup("#stations").tryQuery()).as("no country is taken for granted").isEmpty();
    clickOn("#founding-number");
    push(KeyCode.TAB);
    write("p");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#stations");
    assertThat(safe().toFile().list()).as("the authority's key lies apart").isNotEmpty();
    push(KeyCode.ESCAPE);
    push(KeyCode.SHORTCUT, KeyCode.L);
    until("#unlock");
    shell = null;
    desk = null;
  }

  private void request() {
    press("Settings");
    press("Write request…");
    until(".dialog-box .text-field");
    clickOn(".dialog-box .text-field").write("EX-1001");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> Files.exists(chosen));
  }

  private String answer() {
    press("Stations");
    until("#stations");
    push(KeyCode.SHORTCUT, KeyCode.N);
    type("#station-name", "Station A");
    type("#station-letter", "a");
    type("#station-prefix", "EX-A");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#enrolment-code");
    String code = there("#enrolment-code", Label.class).getText();
    assertThat(code).matches("[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> rows("#stations") == 2);
    return code;
  }

  private void accept(String code) {
    press("Settings");
    press("Open answer…");
    soon(() -> reads(code::equals));
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> desk.enrolment().enrolled());
  }

  /** A case by keyboard, sealed and carried. */
  private void seal() throws IOException {
    press("Cases");
    until("#cases");
    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#case-title");
    write("Compound R-7");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    until("#case-people");
    press("Packages");
    until("#packages");
    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#verb");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> rows("#packages") == 1);
    press("Copy to USB…");
    until("#packages");
    await().atMost(PATIENCE).until(() -> state() == PackageState.CARRIED);
    push(KeyCode.ESCAPE);
    Files.write(stick().resolve("spoiled.sala"), new byte[3000]);
  }

  private PackageState state() {
    return desk.packages().list().getFirst().state();
  }

  private void arrive() {
    press("Arrivals");
    until("#arrivals");
    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#verb");
    // The spoiled one is named.
    untilSaid("Not for here");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> rows("#arrivals") == 1);
    await().atMost(PATIENCE).until(() -> lookup("#verb").tryQuery().isPresent());
    assertThat(desk.cases().count("")).isEqualTo(1);
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await().atMost(PATIENCE).until(() -> desk.reception().receiptsHere().isEmpty());
  }

  private void receipt() {
    press("Packages");
    until("#packages");
    assertThat(state()).as("nothing says yet that it arrived").isEqualTo(PackageState.CARRIED);
    press("From headquarters 0");
    push(KeyCode.SHORTCUT, KeyCode.N);
    until("#verb");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                desk.packages().list().stream().anyMatch(p -> p.state() == PackageState.RECEIVED));
    until("#verb");
    push(KeyCode.SHORTCUT, KeyCode.ENTER);
    assertThat(
            desk.packages().reached(desk.cases().list("", "number", false, 0, 1).getFirst().id()))
        .isEqualTo(RecordStates.Reached.RECEIVED);
    press("Cases");
    until("#cases");
    choose("#cases", 0);
    push(KeyCode.ENTER);
    until("#case-people");
    // Its badge says so.
    untilSaid("✓ Accepted by headquarters");
  }
}
