package org.sala.casework.packages.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.station.Act;
import org.sala.casework.station.Ledger;
import org.sala.casework.station.Station;
import org.sala.domain.Kinds;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/** A record of a package names its file; whoever wrote it, the name leads out of no folder. */
class PackageFilesTest {
  @TempDir Path folder;

  @Test
  void noNameInARecordLeadsOutOfTheFolderOfPackages() {
    try (Desk desk = Desks.create(folder.resolve("w"), "Officer One Example", "one")) {
      Station station = Desks.station(desk);
      Path workspace = station.folder().root();
      for (String name :
          new String[] {"../key.a", "/etc/passwd", "..", "..\\key.a", "a\u0000b", "C:key"}) {
        RecordId id = station.ids().record();
        new Ledger(station)
            .write(
                new Act()
                    .make(
                        id,
                        Kinds.PARCEL,
                        station.scope(),
                        Map.of("fileName", Value.text(name), "digest", Value.text(name))));
        PackageFiles files = new PackageFiles(station);
        assertThat(files.leaving(station.view().records().fields(id)))
            .isEqualTo(workspace.resolve("outbox").resolve("none"));
        assertThat(files.original(name)).isEqualTo(workspace.resolve("originals").resolve("none"));
        assertThat(files.waiting(name)).isEqualTo(workspace.resolve("quarantine").resolve("none"));
      }
    }
  }
}
