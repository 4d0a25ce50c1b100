package org.sala.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.screening.Screenings;

/** Practice and catalogues by command. */
class PracticeCommandsTest {
  private static final Path BUILT_IN =
      Path.of("src/main/resources/org/sala/form/catalogues/scam-compound/6");

  @TempDir Path folder;

  record Ran(int exit, String out, String err) {}

  static Ran sala(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream before = System.out;
    PrintStream beforeErr = System.err;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int exit =
          SalaCommand.run(TestPorts.with((w, p, s) -> Exit.NO_DISPLAY, Optional.empty()), words);
      return new Ran(
          exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
      System.setErr(beforeErr);
    }
  }

  private String[] at(String handle, Path workspace, String... words) throws Exception {
    Path phrase = Files.writeString(folder.resolve(handle + ".txt"), "phrase of " + handle + "\n");
    return Stream.concat(
            Stream.of(words),
            Stream.of(
                "--workspace",
                workspace.toString(),
                "--handle",
                handle,
                "--passphrase-file",
                phrase.toString()))
        .toArray(String[]::new);
  }

  @Test
  void aPracticeWorkspaceIsMadeAndItsScoresArePrinted() throws Exception {
    Path place = folder.resolve("practice");
    String[] make = at("one", place, "practice", "make", "--name", "Officer One Example");
    assertThat(sala(make).exit()).isZero();
    Ran again = sala(make);
    assertThat(again.exit()).isEqualTo(Exit.USAGE);
    assertThat(again.err()).contains("already");
    try (Desk desk = Desks.unlock(place, "one")) {
      var wela = desk.practice().partners().getLast();
      var id = desk.screenings().begin(wela.person().id(), new Screenings.Setting("th", "", ""));
      desk.screenings().review(id);
    }
    Ran scores = sala(at("one", place, "practice", "scores", "--json"));
    assertThat(scores.exit()).as(scores.err()).isZero();
    assertThat(scores.out())
        .contains("\"script\":\"wela\"", "\"missed\":[\"S1.05\"]", "not defined: too few");
    Path work = folder.resolve("work");
    Desks.create(work, "Officer Two Example", "two").close();
    Ran none = sala(at("two", work, "practice", "scores"));
    assertThat(none.exit()).isNotZero();
    assertThat(none.err()).contains("practice workspace");
  }

  @Test
  void aCatalogueIsSentOrRefusedWithItsFindings() throws Exception {
    Path hq = folder.resolve("hq");
    try (Desk headquarters = Desks.headquarters(hq);
        Desk station = Desks.create(folder.resolve("a"), "Officer One Example", "one")) {
      Desks.enrol(station, headquarters, folder, "A");
    }
    Path catalogue = Files.createDirectory(folder.resolve("catalogue"));
    for (String name :
        List.of(
            "adult.xml",
            "child.xml",
            "rules.txt",
            "country.txt",
            "consents.txt",
            "card.txt",
            "facts.txt",
            "catalogue.txt")) {
      Files.writeString(
          catalogue.resolve(name),
          Files.readString(BUILT_IN.resolve(name)).replace("\nversion 6\n", "\nversion 7\n"));
    }
    Path stick = Desks.stick(folder.resolve("stick"));
    String[] send =
        at("zero", hq, "form", "send", catalogue.toString(), "--to", stick.toString(), "--json");
    Ran sent = sala(send);
    assertThat(sent.exit()).as(sent.err() + sent.out()).isZero();
    try (Stream<Path> files = Files.list(stick)) {
      assertThat(files.toList()).hasSize(1);
    }
    Ran refused = sala(send);
    assertThat(refused.exit()).isEqualTo(Exit.REFUSED);
    assertThat(refused.out()).contains("not newer than 7");
  }
}
