package org.sala.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.carrier.CarrierFault;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.FaultLog;
import picocli.CommandLine;

/** Whoever sees that a command failed can tell by telephone what is to be looked up. */
class ApologyTest {
  @TempDir Path folder;

  @Test
  void whatNobodyExpectedIsToldByACodeThatStandsInTheLog() throws Exception {
    FaultLog faults = new FaultLog(Clock.systemUTC());
    faults.into(Files.createDirectories(folder.resolve("log")).getParent());
    StringWriter said = new StringWriter();
    int exit =
        new Apology(faults)
            .say(new IllegalStateException("of Winnowhill"), new PrintWriter(said, true));
    String code = said.toString().replaceFirst("(?s).*This is fault ([0-9A-F]{4});.*", "$1");
    assertThat(exit).isEqualTo(Exit.FAILED);
    assertThat(faults.written())
        .contains("fault " + code, "IllegalStateException", "ApologyTest")
        .doesNotContain("Winnowhill");
    assertThat(said.toString())
        .contains("What was saved is safe", folder.resolve("log").toString())
        .doesNotContain("Winnowhill");
  }

  @Test
  void anAnswerIsGivenInItsOwnWordsAlone() {
    StringWriter said = new StringWriter();
    new Apology(new FaultLog(Clock.systemUTC()))
        .say(new CaseworkFault(CaseworkFault.Code.NOTHING_TO_SEND), new PrintWriter(said, true));
    assertThat(said.toString().strip().lines()).hasSize(1);
  }

  @Test
  void aStickThatIsNotInIsAnAnswerAndNoFaultOfTheProgram() {
    StringWriter said = new StringWriter();
    new Apology(new FaultLog(Clock.systemUTC()))
        .say(new CarrierFault(CarrierFault.Why.AWAY), new PrintWriter(said, true));
    assertThat(said.toString()).contains("A stick has to be in");
  }

  @Test
  void aScriptHearsAsAnObjectThatTheMachineItselfGaveUp() {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        new CommandLine(CommandLine.Model.CommandSpec.create())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    Apology apology = new Apology(new FaultLog(Clock.systemUTC()));
    assertThat(apology.fell(new OutOfMemoryError("of Winnowhill"), line, "verify", "--json"))
        .isEqualTo(Exit.FAILED);
    assertThat(out.toString()).startsWith("{\"fault\":\"UNEXPECTED\"").doesNotContain("Winnow");
    assertThat(err.toString()).contains("What was saved is safe").doesNotContain("Winnow");
  }
}
