package org.sala.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.sala.casework.Desks;
import org.sala.domain.Words;
import org.sala.ui.text.Texts;

/** What the commands are given in tests: cheap keys, real words, and no demonstration. */
final class TestPorts {
  private TestPorts() {}

  static Ports with(Ports.Desktop desktop, Optional<Ports.Measuring> measuring) {
    return new Ports(
        Desks.CHEAP,
        new Ports.Languages() {
          @Override
          public List<String> all() {
            return Texts.LANGUAGES;
          }

          @Override
          public Words in(String language) {
            return Texts.in(language, ZoneId.of("Asia/Bangkok"));
          }
        },
        desktop,
        new Ports.Demonstration() {
          @Override
          public Optional<String> play(Path folder, Consumer<String> say) {
            return Optional.of("not here");
          }

          @Override
          public boolean pictures(Path folder, Consumer<String> say) {
            return false;
          }
        },
        measuring);
  }

  /** Measurements and faults that are over at once. */
  static Ports.Measuring measuring() {
    return new Ports.Measuring() {
      @Override
      public Set<String> letters() {
        return Set.of();
      }

      @Override
      public List<Measured> measure(Wanted wanted, Consumer<String> say, Consumer<Measured> found) {
        return List.of();
      }

      @Override
      public Trials trials() {
        return new Trials() {
          @Override
          public Map<String, String> figures() {
            return Map.of("F1", "one", "F2", "another");
          }

          @Override
          public boolean run(Trials.Wanted wanted, Consumer<String> say, Consumer<Tried> found) {
            List<String> wrong = wanted.full() ? List.of("lost: a word") : List.of();
            wanted.ids().forEach(i -> found.accept(new Tried(i, "w", 1, 2, wrong, true, 3, "")));
            return !wanted.full();
          }

          @Override
          public Simulated simulate(long first, long seeds, Consumer<String> say) {
            List<String> failed = first > 1 ? List.of("seed 2: lost") : List.of();
            return new Simulated(seeds, 60, failed, new TreeMap<>(Map.of("decided", 7L)));
          }
        };
      }

      @Override
      public boolean leaks(Path demo, List<Path> others, Consumer<String> say) {
        return false;
      }
    };
  }
}
