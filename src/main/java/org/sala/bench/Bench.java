package org.sala.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.sala.bench.faults.Figures;
import org.sala.bench.leaks.DemoLeaks;
import org.sala.casework.station.Tools;
import org.sala.cli.Measured;
import org.sala.cli.Ports;
import org.sala.cli.Trials;

/** Does all measurements, by their letters. */
public final class Bench implements Ports.Measuring {
  private final Tools tools;
  private final Map<String, Measurement> measurements = new LinkedHashMap<>();

  /** One letter's work: finds one figure or several. */
  interface Measurement {
    void run(Plan plan) throws Exception;
  }

  public Bench(Tools tools) {
    this.tools = tools;
    measurements.put("a", LargeFile::seal);
    measurements.put("b", LargeFile::open);
    measurements.put("forms", InterviewPace::measure);
    measurements.put(
        "c",
        plan -> {
          OneEdit.measure(plan);
          BulkImport.measure(plan);
        });
    measurements.put("sync", Noticing::measure);
    measurements.put("server", ServerImport::measure);
    measurements.put("growth", ServerGrowth::measure);
    measurements.put("d", LargeLists::measure);
    measurements.put("e", ColdStart::measure);
    measurements.put(
        "joining",
        plan -> {
          Joined.measure(plan);
          Deciding.measure(plan);
        });
    measurements.put(
        "f",
        plan -> {
          Smoothness.measure(plan);
          SavingMeanwhile.measure(plan);
        });
  }

  @Override
  public Set<String> letters() {
    return Collections.unmodifiableSet(measurements.keySet());
  }

  @Override
  public Trials trials() {
    return new Figures();
  }

  @Override
  public boolean leaks(Path demo, List<Path> others, Consumer<String> say) throws IOException {
    return new DemoLeaks(tools, say).search(demo, others);
  }

  @Override
  public List<Measured> measure(Wanted wanted, Consumer<String> say, Consumer<Measured> found) {
    List<Measured> all = new ArrayList<>();
    for (String letter : wanted.letters()) {
      Path folder = wanted.folder().resolve(letter);
      say.accept("(" + letter + ")");
      try {
        Files.createDirectories(folder);
        Measurement measurement = measurements.get(letter);
        if (measurement != null) {
          measurement.run(
              new Plan(
                  tools,
                  folder,
                  wanted.quick(),
                  wanted.percent(),
                  wanted.runs(),
                  say,
                  m -> {
                    all.add(m);
                    found.accept(m);
                  }));
        }
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException("measuring " + letter, e);
      } finally {
        sweep(folder, say);
      }
    }
    return all;
  }

  /** What was measured on is large and of no further use. */
  static void sweep(Path folder, Consumer<String> say) {
    try (var files = Files.walk(folder)) {
      for (Path f : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(f);
      }
    } catch (IOException e) {
      say.accept("left behind: " + folder);
    }
  }
}
