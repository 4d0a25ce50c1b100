package org.sala.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program in a Java machine of its own, to be started again and again: a small machine that
 * starts soon, sooner from a cache of its classes.
 *
 * @param main the class with the main method
 * @param options beside those that every small machine has
 */
public record Machine(String main, String classPath, List<String> options) {
  private static final List<String> SMALL =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m");

  public Machine {
    options = List.copyOf(options);
  }

  /** Returns a machine that starts a program with the classes that this one has. */
  public static Machine of(String main) {
    return new Machine(main, System.getProperty("java.class.path"), List.of());
  }

  /**
   * Returns this machine leaving a cache of its classes there when it ends by itself. A cache takes
   * classes from jars alone: what lies in folders is packed beside it.
   */
  public Machine leaving(Path cache, Path jars) throws IOException {
    return new Machine(
        main,
        ClassPath.ofThisProgram().inJars(jars).toString(),
        List.of("-XX:AOTCacheOutput=" + cache.toAbsolutePath(), "-Xlog:disable"));
  }

  /** Returns this machine beginning with a cache that it left; as ever, where there is none. */
  public Machine from(Path cache) {
    // What Java has to say of a cache would stand between the lines that the program says.
    return new Machine(
        main,
        classPath,
        Files.exists(cache)
            ? List.of("-XX:AOTCache=" + cache.toAbsolutePath(), "-Xlog:disable")
            : List.of());
  }

  /** Returns how the program is started with these arguments. */
  public ProcessBuilder with(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SMALL);
    command.addAll(options);
    command.add("-cp");
    command.add(classPath);
    command.add(main);
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }
}
