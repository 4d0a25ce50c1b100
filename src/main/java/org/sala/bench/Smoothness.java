package org.sala.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sala.bench.screens.Rounds;
import org.sala.casework.Desk;
import org.sala.cli.Measured;
import org.sala.demo.WorkingNight;

/**
 * (f) How long the longest task of the FX thread is: when each screen of the demonstration's data
 * is opened for the first time, and from then on.
 */
final class Smoothness {
  private static final double FIRST_MILLIS = 300;
  private static final double AGAIN_MILLIS = 50;

  private final Plan plan;
  private final List<Double> first = new ArrayList<>();
  private final List<Double> worst = new ArrayList<>();
  private final List<Double> p99 = new ArrayList<>();
  private String firstName = "";
  private String worstName = "";

  private Smoothness(Plan plan) {
    this.plan = plan;
  }

  static void measure(Plan plan) throws Exception {
    new Smoothness(plan).run();
  }

  private void run() throws Exception {
    Path there = plan.folder().resolve("screens");
    if (plan.quick()) {
      try (Desk desk = Workspaces.create(plan.tools(), there.resolve("station-a"), "a")) {
        new Crowd(desk).nights(60);
      }
    } else {
      new WorkingNight(plan.tools(), there, plan.say())
          .play()
          .ifPresent(
              wrong -> {
                throw new IllegalStateException(wrong);
              });
    }
    String phrase = plan.quick() ? Workspaces.PASSPHRASE : WorkingNight.PASSPHRASE;
    int screens = 0;
    for (int run = 0; run < plan.runs(); run++) {
      screens = round(there.resolve("station-a"), phrase);
    }
    String note =
        plan.note(
            screens
                + " screens, "
                + (plan.quick() ? "of a small workspace" : "of the demonstration's station")
                + ", headless platform");
    plan.found()
        .accept(
            figure(
                "longest task, a screen's first opening",
                first,
                FIRST_MILLIS,
                note + "; worst in " + firstName));
    plan.found()
        .accept(
            figure(
                "longest task from then on, worst",
                worst,
                AGAIN_MILLIS,
                note + "; worst in " + worstName));
    plan.found().accept(figure("tasks from then on, p99", p99, AGAIN_MILLIS, note));
  }

  private static Measured figure(String what, List<Double> runs, double aim, String note) {
    double[] sorted = runs.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return Measured.plain("f", what, "ms", Pair.middle(sorted), sorted, aim, note);
  }

  /** One machine of its own that goes through all screens; how many there are. */
  private int round(Path workspace, String phrase) throws Exception {
    double[] most = new double[2];
    String[] where = new String[2];
    int[] screens = new int[1];
    List<Double> all = new ArrayList<>();
    Child.ofThisProgram()
        .told(phrase)
        .run(
            Rounds.class.getName(),
            List.of(workspace.toString(), "a"),
            line -> {
              String[] words = line.split(" ", -1);
              int which = words[0].equals(Rounds.FIRST) ? 0 : 1;
              if (which == 1 && !words[0].equals(Rounds.AGAIN)) {
                return;
              }
              screens[0] += 1 - which;
              for (String w : Arrays.asList(words).subList(2, words.length)) {
                double waited = Double.parseDouble(w);
                if (waited >= most[which]) {
                  most[which] = waited;
                  where[which] = words[1];
                }
                if (which == 1) {
                  all.add(waited);
                }
              }
            });
    double[] sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (screens[0] == 0 || sorted.length == 0) {
      throw new IllegalStateException("no screen was opened");
    }
    first.add(most[0]);
    worst.add(most[1]);
    p99.add(Pair.percentile(sorted, 99));
    firstName = where[0];
    worstName = where[1];
    plan.say()
        .accept(
            String.format(
                Locale.ROOT,
                "  first opening at most %.0f ms (%s), then at most %.0f ms (%s), p99 %.0f ms",
                most[0],
                where[0],
                most[1],
                where[1],
                p99.getLast()));
    return screens[0];
  }
}
