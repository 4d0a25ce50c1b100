package org.sala.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
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
}
