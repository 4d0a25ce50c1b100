package org.sala.casework.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.carrier.FolderCarrier;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.FaultLog;

/**
 * What a package does to its reader is kept from the next one, and written down for whoever mends.
 */
class ApartTest {
  @TempDir Path folder;

  @Test
  void whatNobodyExpectedOfAPackageIsWrittenDownAndAnAnswerIsNot() throws Exception {
    FaultLog faults = new FaultLog(Clock.systemUTC());
    faults.into(Files.createDirectories(folder.resolve("log")).getParent());
    try (FolderCarrier carrier = new FolderCarrier(folder)) {
      Apart apart = new Apart(carrier, faults);
      assertThat(
              apart.coming(
                  () -> {
                    throw new CaseworkFault(CaseworkFault.Code.BAD_FILE);
                  }))
          .isPresent();
      assertThat(faults.file()).isEmpty();
      assertThat(
              apart.coming(
                  () -> {
                    throw new StackOverflowError("Winnowhill");
                  }))
          .contains(WhyNot.FAILED);
    }
    assertThat(faults.written())
        .contains("java.lang.StackOverflowError", "ApartTest")
        .doesNotContain("Winnowhill");
  }
}
