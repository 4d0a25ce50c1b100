package org.sala.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.sala.bench.machine.ClassPath;

/**
 * A Java machine of its own, with the options that Sala is shipped with: for what cannot be
 * measured inside this one. It says what it found in lines that begin with a word.
 */
final class Child {
  /** As in the launcher; the headless platform and software pictures, where there is no screen. */
  private static final List<String> OPTIONS =
      List.of(
          "-XX:MetaspaceSize=128m",
          "-Xms64m",
          "-Xmn32m",
          "-Xmx2g",
          "-XX:MinHeapFreeRatio=10",
          "-XX:MaxHeapFreeRatio=30",
          "-XX:-ShrinkHeapInSteps",
          "-XX:+UseSerialGC",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Dglass.platform=Headless",
          "-Dprism.order=sw");

  private final ClassPath classPath;
  private final List<String> more = new ArrayList<>();
  private String told = "";

  Child(ClassPath classPath) {
    this.classPath = classPath;
  }

  static Child ofThisProgram() throws IOException {
    return new Child(ClassPath.ofThisProgram());
  }

  Child with(List<String> options) {
    more.addAll(options);
    return this;
  }

  /** Gives the program words to read on its standard input. */
  Child told(String words) {
    told = words;
    return this;
  }

  /**
   * Runs the program to its end; it has to succeed.
   *
   * @param line hears each line as it comes
   */
  void run(String main, List<String> arguments, Consumer<String> line)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(more);
    command.add("-cp");
    command.add(classPath.toString());
    command.add(main);
    command.addAll(arguments);
    Path errors = Files.createTempFile("child", ".txt");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
      // The desktop asks for a display by name; the headless platform is one.
      builder.environment().putIfAbsent("DISPLAY", ":0");
      Process process = builder.start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(told.getBytes(StandardCharsets.UTF_8));
      }
      try (BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        for (String l = out.readLine(); l != null; l = out.readLine()) {
          line.accept(l);
        }
      }
      if (process.waitFor() != 0) {
        throw new IOException(main + " ended with " + process.exitValue() + last(errors));
      }
    } finally {
      Files.deleteIfExists(errors);
    }
  }

  private static String last(Path errors) throws IOException {
    List<String> lines = Files.readAllLines(errors);
    return lines.isEmpty() ? "" : ": " + lines.getLast();
  }
}
