package org.sala.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sala.carrier.RequestLine;

/**
 * Stands between the program and its store, and kills the program once at each stage: when a
 * request has come and the store has not heard of it, when half of what it carries is through, and
 * when the store has done what was asked and nobody has heard. A question that nobody hears the
 * answer to is as one that was never asked.
 */
final class KillingLine implements AutoCloseable {
  /** When in the life of a request the program ends. */
  enum When {
    ASKED,
    HALF,
    DONE
  }

  /** A kind of request; where it came before in the same life of the program, which time it is. */
  record Stage(String request, When when) {}

  private static final int LARGE = 1 << 20;
  private static final int BEGINNING = 4096;
  private static final Pattern PART = Pattern.compile("partNumber=(\\d+)");
  private static final Pattern RANGE = Pattern.compile("\nrange: *bytes=(\\d+)-(\\d+)");

  private final RequestLine line;
  private final Set<Stage> stages = new LinkedHashSet<>();
  private final Map<String, Integer> stored = new HashMap<>();
  private final List<Long> begins = new ArrayList<>();
  private final Map<String, Integer> inThisLife = new HashMap<>();
  private String report = "";
  private String others = "";
  private Life life = new Life(ProcessHandle.current(), Path.of(""), Set.of());

  /** The program that runs now. */
  private record Life(ProcessHandle program, Path inbox, Set<When> killed) {}

  KillingLine(int store) throws IOException {
    line = new RequestLine(store, this::with);
  }

  int port() {
    return line.port();
  }

  /**
   * Whose requests come from now on.
   *
   * @param inbox where it puts what it fetches
   * @param killed when in the life of a request it is killed
   */
  synchronized void serve(Process program, Path inbox, Set<When> killed) {
    life = new Life(program.toHandle(), inbox, killed);
    inThisLife.clear();
  }

  /** What is said of a package, and of every other. */
  synchronized void names(String report, String others) {
    this.report = report;
    this.others = others;
  }

  /** Forgets what it has seen. */
  synchronized void clear() {
    stages.clear();
    stored.clear();
    begins.clear();
  }

  /** Where it has killed. */
  synchronized Set<Stage> stages() {
    return Set.copyOf(stages);
  }

  /** How often the store took each part of an upload. */
  synchronized Map<String, Integer> stored() {
    return Map.copyOf(stored);
  }

  /** The byte from which on each fetch was asked for. */
  synchronized List<Long> begins() {
    return List.copyOf(begins);
  }

  private synchronized void with(
      int number, byte[] request, RequestLine.Store store, OutputStream client)
      throws IOException, InterruptedException {
    String kind = kind(request);
    int time = inThisLife.merge(kind, 1, Integer::sum);
    String what = time == 1 ? kind : kind + ", time " + time;
    if (ends(what, When.ASKED)) {
      return;
    }
    if (request.length > LARGE && isNew(what, When.HALF)) {
      store.begin(Arrays.copyOf(request, request.length / 2));
      ends(what, When.HALF);
      return;
    }
    byte[] answer = store.ask(request);
    if (kind.contains(" part ")) {
      stored.merge(kind, 1, Integer::sum);
    }
    if (answer.length > LARGE && isNew(what, When.HALF)) {
      client.write(answer, 0, answer.length / 2);
      client.flush();
      untilSomethingIsIn(life.inbox());
      ends(what, When.HALF);
      return;
    }
    if (isQuestion(kind) || !ends(what, When.DONE)) {
      client.write(answer);
    }
  }

  private static boolean isQuestion(String kind) {
    return kind.startsWith("GET") || kind.startsWith("HEAD");
  }

  private boolean isNew(String what, When when) {
    return life.killed().contains(when) && !stages.contains(new Stage(what, when));
  }

  private boolean ends(String what, When when) throws InterruptedException {
    if (!isNew(what, when)) {
      return false;
    }
    stages.add(new Stage(what, when));
    life.program().destroyForcibly();
    while (life.program().isAlive()) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    return true;
  }

  /** Only then is there something to go on with. */
  private static void untilSomethingIsIn(Path inbox) throws IOException, InterruptedException {
    for (int i = 0; i < 30_000; i++) {
      try (var files = Files.walk(inbox)) {
        for (Path f : files.filter(Files::isRegularFile).toList()) {
          if (Files.size(f) > 0) {
            return;
          }
        }
      }
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  private String kind(byte[] request) {
    String head =
        new String(request, 0, Math.min(request.length, 4096), StandardCharsets.ISO_8859_1);
    String first = RequestLine.what(request);
    String method = first.substring(0, first.indexOf(' '));
    String path = first.substring(method.length()).replaceAll("[?].*", "");
    String query = first.contains("?") ? first.substring(first.indexOf('?') + 1) : "";
    String who =
        !path.endsWith(".sala")
            ? method
            : method + " " + (path.endsWith(report) ? "report" : others);
    Matcher part = PART.matcher(query);
    if (part.find()) {
      return who + " part " + part.group(1);
    }
    Matcher range = RANGE.matcher(head.toLowerCase(Locale.ROOT));
    if (range.find()) {
      long begin = Long.parseLong(range.group(1));
      if (begin == 0 && Long.parseLong(range.group(2)) < BEGINNING) {
        return who + " beginning";
      }
      begins.add(begin);
      return who + " content";
    }
    return (who + " " + query.replaceAll("=[^&]*", "")).strip();
  }

  @Override
  public void close() throws IOException {
    line.close();
  }
}
