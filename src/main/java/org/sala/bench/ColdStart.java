package org.sala.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sala.bench.machine.ClassPath;
import org.sala.bench.screens.BareWindow;
import org.sala.bench.screens.FirstWindow;

/**
 * (e) From the start of the Java machine to the first window, against a bare window of JavaFX and
 * AtlantaFX: both without a cache of loaded classes, then each with one of its own. The files are
 * in the system's memory; windows are those of the headless platform.
 */
final class ColdStart {
  private static final double AIM = 1.5;

  /** The main class by its name: nothing below the composition root may know it. */
  private static final String PROGRAM = "org.sala.app.Main";

  private final Plan plan;
  private final ClassPath jars;
  private final Path workspace;

  private ColdStart(Plan plan) throws IOException {
    this.plan = plan;
    this.jars = ClassPath.ofThisProgram().inJars(Files.createDirectories(plan.folder()));
    this.workspace = plan.folder().resolve("workspace");
  }

  static void measure(Plan plan) throws Exception {
    new ColdStart(plan).run();
  }

  private void run() throws Exception {
    Workspaces.create(plan.tools(), workspace, "e").close();
    List<String> ours = List.of(PROGRAM, "--workspace", workspace.toString());
    List<String> bare = List.of(BareWindow.class.getName());
    if (!plan.quick()) {
      // Once each, so that no run pays for what the system reads first.
      shown(ours, List.of());
      shown(bare, List.of());
    }
    Pair without =
        Pair.alternating(
            plan.runs(), plan.say(), () -> shown(ours, List.of()), () -> shown(bare, List.of()));
    String note = plan.note("headless platform, files in memory");
    plan.found().accept(without.times("e", "start to the first window, no cache", "s", AIM, note));
    if (plan.quick()) {
      plan.say().accept("caches are left out");
      return;
    }
    List<String> oursCached = cache("ours", ours);
    List<String> bareCached = cache("bare", bare);
    Pair with =
        Pair.alternating(
            plan.runs(), plan.say(), () -> shown(ours, oursCached), () -> shown(bare, bareCached));
    plan.found()
        .accept(with.times("e", "start to the first window, AOT cache each", "s", AIM, note));
  }

  /** Makes the cache by a run for it; answers the option that uses it. */
  private List<String> cache(String name, List<String> program) throws Exception {
    Path cache = plan.folder().resolve(name + ".aot").toAbsolutePath();
    plan.say().accept("making a cache: " + name);
    shown(program, List.of("-XX:AOTCacheOutput=" + cache));
    if (!Files.exists(cache)) {
      throw new IOException("no cache was made");
    }
    return List.of("-XX:AOTCache=" + cache);
  }

  /** Seconds until it says that its window is there. */
  private double shown(List<String> program, List<String> options)
      throws IOException, InterruptedException {
    long[] at = new long[1];
    long began = System.nanoTime();
    new Child(jars)
        .with(options)
        .run(
            FirstWindow.class.getName(),
            program,
            line -> {
              if (line.equals(FirstWindow.SHOWN)) {
                at[0] = System.nanoTime();
              }
            });
    if (at[0] == 0) {
      throw new IOException("no window was shown");
    }
    return (at[0] - began) / 1e9;
  }
}
