package org.sala.casework.headquarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.people.Cases;
import org.sala.casework.station.Progress;
import org.sala.store.TestServer;
import org.sala.store.ViewFile;

/** News at a headquarters whose importers bring the view on at once, on a real server. */
class NewsOnServerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final PreparedServer server = new PreparedServer();

  @AfterEach
  void everybodyGoesHome() {
    server.close();
  }

  private static void report(Desk a, Desk hq, Path usb) {
    PackageLine line = a.packages().seal(a.packages().plan(Optional.empty()), Progress.none());
    hq.packages().take(a.packages().carry(line.id(), usb));
  }

  @Test
  void whatAnotherImporterStillShowsIsNotSeenWithTheRest() throws Exception {
    Desk hq = server.founded(folder);
    Desk a = server.kept(Desks.create(folder.resolve("station A"), "Officer Example", "A"));
    Desks.enrol(a, hq, folder, "A");
    Path usb = folder.resolve("usb");
    report(a, hq, usb);
    hq.news().allSeen(hq.news().unseen());
    long before = hq.onServer().orElseThrow().written();
    a.cases().open(new Cases.NewCase("The first", "rescue", "normal", "", ""));
    report(a, hq, usb);
    try (Connection holding = server.held()) {
      // As if the other importer had shown only what comes behind what it has in hand.
      TestServer.say(
          server.database(),
          "update view" + ViewFile.VERSION + ".applied set last_sequence = " + before);
      hq.news().allSeen(hq.news().unseen());
      assertThat(holding.isClosed()).isFalse();
    }
    await()
        .atMost(PATIENCE)
        .until(() -> hq.onServer().filter(s -> s.written() == s.shown()).isPresent());
    assertThat(hq.news().unseen().cases())
        .extracting(News.Line::words)
        .containsExactly("The first");
  }
}
