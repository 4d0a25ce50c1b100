package org.sala.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sala.journal.Sample;
import org.sala.journal.TableJournal;
import org.sala.store.ServerAddress;
import org.sala.store.ServerFrames;
import org.sala.store.ServerKept;
import org.sala.store.ServerSchema;
import org.sala.store.StoreFault;
import org.sala.store.TestServer;
import org.sala.store.View;
import org.sala.store.ViewServer;

/** Who follows keeps the word that it does, however often its line goes. */
class ViewKeeperTest {
  /** More than a pool has connections. */
  private static final int LOST = 12;

  private final ServerAddress address = TestServer.database();

  @Test
  void linesThatAreLostUseUpNoConnections() {
    ServerSchema.make(address);
    try (ServerKept kept = ServerKept.open(address);
        TableJournal journal =
            ((TableJournal.Opening.Opened)
                    new Sample(3)
                        .open(ServerFrames.open(address), new Sample.Keyring(), Optional.empty()))
                .journal();
        ViewServer server = ready();
        View view = new View(server, journal::revision)) {
      ViewKeeper keeper = new ViewKeeper(kept, server, journal, view);
      keeper.follow();
      for (int i = 0; i < LOST; i++) {
        TestServer.endAllConnections(address);
        await().atMost(Duration.ofSeconds(60)).until(() -> isFollowing(keeper));
      }
      try (ServerKept.Turn turn = kept.turn(new byte[8]).orElseThrow()) {
        assertThat(turn.stands()).isTrue();
      }
      keeper.stop();
    }
  }

  private ViewServer ready() {
    return ((ViewServer.Opening.Ready) ViewServer.open(address)).server();
  }

  private static boolean isFollowing(ViewKeeper keeper) {
    try {
      keeper.stay();
      return keeper.isFollowed();
    } catch (StoreFault e) {
      // The next one that the pool hands out may be gone as well.
      return false;
    }
  }
}
