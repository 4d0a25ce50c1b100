package org.sala.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

  /** Without any, the virtual machine would find nothing in a folder with a Thai name. */
  @Test
  void whereNoLanguageIsSetOneIsAndOtherwiseTheOfficersStays() throws Exception {
    Path carried = folder.resolve("a stick");
    Path java = Files.createDirectories(carried.resolve("lib/runtime/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho \"$0 ${LC_ALL:-as it was}\"\n");
    Path sala = Files.createDirectory(carried.resolve("bin")).resolve("sala");
    Files.copy(Path.of("installer/linux/sala.sh"), sala);
    assertThat(java.toFile().setExecutable(true) && sala.toFile().setExecutable(true)).isTrue();
    assertThat(started(sala, Map.of())).contains(java + " C.UTF-8");
    assertThat(started(sala, Map.of("LANG", "POSIX"))).contains(java + " C.UTF-8");
    assertThat(started(sala, Map.of("LANG", "th_TH.UTF-8"))).contains(java + " as it was");
    assertThat(Files.readString(Path.of("sala"))).contains("export LC_ALL=C.UTF-8");
  }

  /** A disk that was full at one start would else keep the program from starting for good. */
  @Test
  void aRememberedHomeThatIsEmptyIsLookedForAgainAndAGivenOneCounts() throws Exception {
    Path sala = fromSource();
    Path known = Files.writeString(folder.resolve("source/target/jdk-home"), "");
    Path one = jdk("one");
    Path two = jdk("two");
    assertThat(started(sala, Map.of("JAVA_HOME", one.toString()))).contains(one + " runs");
    assertThat(known).hasContent(one.toString());
    assertThat(started(sala, Map.of("JAVA_HOME", two.toString())))
        .as("what was found is remembered")
        .contains(one + " runs");
    assertThat(started(sala, Map.of("SALA_JAVA_HOME", two.toString()))).contains(two + " runs");
    assertThat(known).hasContent(two.toString());
    assertThat(known.getParent()).isDirectoryNotContaining("glob:**jdk-home.*");
  }

  @Test
  void twoFirstStartsBuildOnceAndWithTheJdkThatWasFound() throws Exception {
    Path sala = fromSource();
    Files.delete(folder.resolve("source/target/sala.jar"));
    Path built = folder.resolve("built");
    Path tools = Files.createDirectory(folder.resolve("tools"));
    executable(
        tools.resolve("mvn"), "echo $JAVA_HOME >> '" + built + "'; sleep 1; touch target/sala.jar");
    Map<String, String> where =
        Map.of(
            "SALA_JAVA_HOME",
            jdk("one").toString(),
            "PATH",
            tools + ":" + System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
    try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> first = both.submit(() -> started(sala, where));
      Future<String> second = both.submit(() -> started(sala, where));
      assertThat(List.of(first.get(), second.get())).allMatch(s -> s.contains("runs"));
    }
    assertThat(built).hasContent(folder.resolve("one").toString());
  }

  private Path fromSource() throws IOException {
    Path source = Files.createDirectories(folder.resolve("source/target/lib")).getParent();
    Files.createDirectories(folder.resolve("source/src/main"));
    Files.writeString(folder.resolve("source/pom.xml"), "");
    Files.writeString(source.resolve("sala.jar"), "");
    Path sala = folder.resolve("source/sala");
    Files.copy(Path.of("sala"), sala);
    assertThat(sala.toFile().setExecutable(true)).isTrue();
    return sala;
  }

  /** Something that says of itself that it is a JDK 25, and where it lies. */
  private Path jdk(String name) throws IOException {
    Path home = folder.resolve(name);
    executable(
        Files.createDirectories(home.resolve("bin")).resolve("java"),
        "echo 'java.specification.version = 25'; echo '" + home + " runs'");
    return home;
  }

  private static void executable(Path file, String words) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + words + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static String started(Path program, Map<String, String> language) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(program.toString());
    builder
        .environment()
        .keySet()
        .removeIf(k -> k.startsWith("LC_") || k.equals("LANG") || k.endsWith("JAVA_HOME"));
    builder.environment().putAll(language);
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
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
