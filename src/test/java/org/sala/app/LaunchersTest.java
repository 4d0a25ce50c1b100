package org.sala.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However the program is started, the virtual machine leaves nothing readable beside it. */
class LaunchersTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"sala", "installer/sala.options"})
  void noneKeepsADumpARecordOrADoor(String launcher) throws IOException {
    assertThat(Files.readString(Path.of(launcher)))
        .contains(
            "-XX:-HeapDumpOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+DisableAttachMechanism",
            "-XX:-UsePerfData");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sala", "installer/linux/sala.sh"})
  void whatItWritesIsForNobodyElseOnTheMachine(String launcher) throws IOException {
    assertThat(Files.readString(Path.of(launcher)))
        .contains(
            "umask 077",
            "ulimit -c 0",
            "-XX:ErrorFile=\"$private/hs_err.log\"",
            "export XDG_DATA_HOME=\"$private\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"installer/mac/build.sh", "installer/windows/build.ps1"})
  void whereNoScriptStartsItACrashIsReportedNowhere(String build) throws IOException {
    assertThat(Files.readString(Path.of(build))).contains("-XX:ErrorFile=");
  }

  /** The same options on this machine: a program that crashes leaves no file where it stands. */
  @Test
  void aCrashLeavesNoFile() throws Exception {
    Process crashing =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-CreateCoredumpOnCrash",
                "-XX:-UsePerfData",
                "-XX:ErrorFile=/dev/null",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Waits.class.getName())
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(crashing.getInputStream().read()).isPositive();
      new ProcessBuilder("kill", "-SEGV", Long.toString(crashing.pid())).start().waitFor();
      assertThat(crashing.waitFor(2, TimeUnit.MINUTES)).isTrue();
    } finally {
      crashing.destroyForcibly();
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  /** Stands until it is killed. */
  static final class Waits {
    private Waits() {}

    public static void main(String[] args) throws InterruptedException {
      System.out.println("here");
      Thread.sleep(TimeUnit.MINUTES.toMillis(2));
    }
  }
}
