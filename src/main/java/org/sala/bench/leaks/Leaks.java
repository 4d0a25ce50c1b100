package org.sala.bench.leaks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * F11: 500 marked words go through a program of its own; then everything that it left is searched
 * after it locked, after it ended, after it was killed and after it crashed with a workspace open.
 */
public final class Leaks {
  private final Path root;
  private final String program;
  private final long seed;
  private final LeakSearch search;
  private final List<String> wrong = new ArrayList<>();
  private int searched;

  /**
   * @param root an empty folder
   * @param program the class with the main method that calls {@link MarkedNight#play}
   */
  public Leaks(Path root, String program, long seed) {
    this.root = root;
    this.program = program;
    this.seed = seed;
    this.search = new LeakSearch(new Marks(seed).all());
  }

  /** What was found, where, and in which state; nothing when all is well. */
  public List<String> run() throws IOException {
    for (String folder : List.of("tmp", "logs", "home")) {
      Files.createDirectories(root.resolve(folder));
    }
    try (Running work = new Running("work")) {
      String locked = work.line();
      if (!locked.startsWith("locked ") || Integer.parseInt(locked.substring(7)) < Marks.COUNT) {
        throw new IOException("the night did not use all words: " + locked);
      }
      search("locked");
      work.go();
      if (!work.line().equals("closed") || work.end() != 0) {
        throw new IOException("the program did not end well");
      }
    }
    search("ended");
    end("killed", "KILL");
    end("crashed", "SEGV");
    return wrong;
  }

  /** The broken variant: a word that lies encoded in a file has to be found, noise not. */
  public static boolean findsWhatIsPlanted() {
    LeakSearch search = new LeakSearch(List.of("Winnowhill Example"));
    byte[] planted =
        Base64.getMimeEncoder()
            .encode("noise Winnowhill Example".getBytes(StandardCharsets.UTF_16LE));
    return !search.bytes(Path.of("planted"), planted).isEmpty()
        && search.bytes(Path.of("noise"), new byte[10_000]).isEmpty();
  }

  /** States in which everything was searched. */
  public int searched() {
    return searched;
  }

  /** Returns how many files were read in all of the searches. */
  public long files() {
    return search.files();
  }

  private void end(String state, String signal) throws IOException {
    try (Running open = new Running("open")) {
      String line = open.line();
      if (!line.startsWith("open ") || Integer.parseInt(line.substring(5)) < Marks.COUNT / 2) {
        throw new IOException("the workspace shows too little: " + line);
      }
      search("open");
      boolean signalled = !signal.equals("KILL") && open.signal(signal);
      if (!signalled) {
        open.kill();
      }
      open.end();
      // A crash that leaves no report would be searched for nothing.
      if (signalled && !Files.exists(root.resolve("logs/hs_err.log"))) {
        wrong.add(state + ": there is no crash report to search");
      }
    }
    search(state);
  }

  private void search(String state) throws IOException {
    searched++;
    search
        .folder(root, Set.of(root.resolve("camera"), root.resolve("given out")))
        .forEach(l -> wrong.add(state + ": " + root.relativize(l.file()) + ", " + l.how()));
  }

  /** The program, with the folders and options that it is started with everywhere. */
  private final class Running implements AutoCloseable {
    private final Process process;
    private final BufferedReader in;

    Running(String what) throws IOException {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Djava.io.tmpdir=" + root.resolve("tmp"),
                  "-Duser.home=" + root.resolve("home"),
                  "-XX:ErrorFile=" + root.resolve("logs/hs_err.log"),
                  "-XX:-HeapDumpOnOutOfMemoryError",
                  "-XX:-CreateCoredumpOnCrash",
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-Xmx512m",
                  "--enable-native-access=ALL-UNNAMED",
                  "--sun-misc-unsafe-memory-access=allow",
                  "-cp",
                  classPath(),
                  program,
                  root.toString(),
                  String.valueOf(seed),
                  what)
              .directory(root.resolve("home").toFile())
              .redirectError(ProcessBuilder.Redirect.appendTo(root.resolve("logs/errors").toFile()))
              .start();
      in =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The program runs in a folder of its own, where what it drops beside itself is searched. */
    private static String classPath() {
      return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(p -> Path.of(p).toAbsolutePath().toString())
          .collect(Collectors.joining(File.pathSeparator));
    }

    /** Reads the program's next line, which goes into the logs as well, to be searched. */
    String line() throws IOException {
      String line = String.valueOf(in.readLine());
      Files.writeString(
          root.resolve("logs/said"),
          line + "\n",
          java.nio.file.StandardOpenOption.CREATE,
          java.nio.file.StandardOpenOption.APPEND);
      return line;
    }

    void go() throws IOException {
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
    }

    void kill() {
      process.destroyForcibly();
    }

    /** Sends a signal, and returns whether there was a way to send it. */
    boolean signal(String name) {
      try {
        return new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor()
            == 0;
      } catch (IOException e) {
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    int end() throws IOException {
      try {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
          throw new IOException("the program does not end");
        }
        return process.exitValue();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}
