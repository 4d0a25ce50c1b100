package org.sala.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every help says what it has to say in whole sentences, in a terminal of 80 columns. */
class HelpsTest {
  private static final int COLUMNS = 80;

  private static List<CommandLine> all() {
    List<CommandLine> all = new ArrayList<>();
    gather(
        SalaCommand.all(
            TestPorts.with((w, p, s) -> Exit.NO_DISPLAY, Optional.of(TestPorts.measuring()))),
        all);
    assertThat(all).as("with those below them").hasSizeGreaterThan(40);
    return all;
  }

  private static void gather(CommandLine line, List<CommandLine> all) {
    all.add(line);
    line.getSubcommands().values().forEach(l -> gather(l, all));
  }

  @Test
  void whatTheListOfCommandsShowsIsAWholeSentence() {
    for (CommandLine line : all()) {
      CommandSpec spec = line.getCommandSpec();
      // The list shows the first line alone.
      assertThat(spec.usageMessage().description())
          .as(spec.qualifiedName())
          .isNotEmpty()
          .allSatisfy(d -> assertThat(d).endsWith("."));
    }
  }

  @Test
  void everyLineFitsAndEveryOptionIsExplained() {
    for (CommandLine line : all()) {
      CommandSpec spec = line.getCommandSpec();
      assertThat(line.getUsageMessage().lines())
          .as(spec.qualifiedName())
          .allSatisfy(l -> assertThat(l.length()).as(l).isLessThanOrEqualTo(COLUMNS));
      for (ArgSpec arg : spec.args()) {
        String named = spec.qualifiedName() + " " + arg.paramLabel();
        assertThat(String.join(" ", arg.description())).as(named).isNotBlank();
        boolean flag = arg instanceof OptionSpec o && o.arity().max() == 0;
        assertThat(flag || !arg.paramLabel().startsWith("<")).as(named).isTrue();
      }
    }
  }
}
