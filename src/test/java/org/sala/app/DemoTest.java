package org.sala.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desks;
import org.sala.cli.Exit;
import org.sala.cli.SalaCommand;
import org.sala.demo.CheapTyping;
import org.sala.demo.WorkingNight;

/**
 * The demonstration as a newcomer runs it: first without the libraries that draw text, then with
 * the desktop on the night that was played.
 */
class DemoTest {
  @TempDir Path folder;

  @Test
  void withoutTheFontLibrariesAllIsDoneButThePicturesAndTheDesktopOpensOnThatNight()
      throws Exception {
    Path night = folder.resolve("night");
    PrintStream before = System.err;
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      assertThat(
              SalaCommand.run(
                  Main.ports(
                      Desks.CHEAP,
                      new FontLibraries(List.of(folder)),
                      (at, say) -> new WorkingNight(Desks.CHEAP, at, say, CheapTyping.class)),
                  "demo",
                  "--dir",
                  night.toString()))
          .isEqualTo(Exit.NO_FONTS)
          .isEqualTo(3);
    } finally {
      System.setErr(before);
    }
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "Pictures were left out. Run: apt-get install -y libpango-1.0-0 libpangoft2-1.0-0"
                + " libfontconfig1 libfreetype6");
    assertThat(night.resolve("pictures")).doesNotExist();
    assertThat(night.resolve("check/authority.pem")).isNotEmptyFile();
    assertThat(night.resolve("check/crl.pem")).isNotEmptyFile();
    assertThat(packages(night.resolve("usb"))).isPositive();
    assertThat(Windowed.says(OpenedDemo.class, folder, night))
        .as("the desktop stands at the door of the night")
        .isEqualTo("a door");
  }

  @Test
  void theLibrariesAreThereOnceAllOfThemAre() throws IOException {
    FontLibraries fonts = new FontLibraries(List.of(folder, folder.resolve("more")));
    assertThat(FontLibraries.ofThisMachine().areThere()).as("here they are").isTrue();
    for (String lib : List.of("libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libfontconfig.so.1")) {
      Files.createFile(folder.resolve(lib));
    }
    assertThat(fonts.areThere()).isFalse();
    Files.createFile(Files.createDirectory(folder.resolve("more")).resolve("libfreetype.so.6"));
    assertThat(fonts.areThere()).isTrue();
  }

  private static long packages(Path usb) throws IOException {
    try (Stream<Path> files = Files.list(usb)) {
      return files.filter(f -> f.toString().endsWith(".sala")).count();
    }
  }
}
