package org.sala.casework.headquarters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Pending;
import org.sala.casework.people.Cases;
import org.sala.store.TestServer;
import org.sala.vault.VaultFault;

/** Whoever follows a server goes on whatever stands there, and says so. */
class FollowingOnTest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @TempDir Path folder;
  private PreparedServer server;
  private Desk one;
  private Desk two;

  @BeforeEach
  void twoMachines() {
    server = new PreparedServer();
    one = server.founded(folder);
    two = server.invited(one, folder.resolve("two"), "nine", server.login("two", "sala_follower"));
  }

  @AfterEach
  void everybodyGoesHome() {
    server.close();
  }

  private static void open(Desk desk, String title) {
    desk.cases().open(new Cases.NewCase(title, "rescue", "normal", "", ""));
  }

  @Test
  void whatNobodyForesawIsToldAndTheNextNewsIsHeardAllTheSame() {
    AtomicInteger heard = new AtomicInteger();
    one.listenForOthers(
        () -> {
          if (heard.incrementAndGet() <= 2) {
            throw new IllegalStateException("Winnowhill");
          }
        });
    open(two, "First");
    await().atMost(PATIENCE).until(() -> one.atServer().contains(Pending.SERVER_DIFFERS));
    assertThat(one.faults().written())
        .contains("java.lang.IllegalStateException", "FollowingOnTest")
        .doesNotContain("Winnowhill");
    int before = heard.get();
    open(two, "Second");
    await().atMost(PATIENCE).until(() -> heard.get() > before);
    await().atMost(PATIENCE).until(() -> one.cases().count("") == 2);
  }

  @Test
  void aFullDiskOfThisMachineIsNoTroubleOfTheServer() {
    AtomicInteger heard = new AtomicInteger();
    one.listenForOthers(
        () -> {
          if (heard.incrementAndGet() == 1) {
            throw new VaultFault(VaultFault.Code.DISK_FULL, "what was seen");
          }
        });
    open(two, "First");
    await().atMost(PATIENCE).until(() -> heard.get() > 0);
    open(two, "Second");
    await().atMost(PATIENCE).until(() -> heard.get() > 1);
    await().atMost(PATIENCE).until(() -> one.cases().count("") == 2);
    assertThat(one.atServer()).doesNotContain(Pending.SERVER_DIFFERS);
  }

  @Test
  void aCutEntryAmongTheKeysIsLostAndNothingElseIs() {
    TestServer.say(
        server.database(),
        "alter table sala.scope_key drop constraint scope_key_entry_check",
        "insert into sala.scope_key(name, entry) values (decode(repeat('ab', 17), 'hex'),"
            + " decode('abab', 'hex'))");
    open(two, "First");
    open(one, "Second");
    await().atMost(PATIENCE).until(() -> one.cases().count("") == 2);
    await().atMost(PATIENCE).until(() -> two.cases().count("") == 2);
    assertThat(one.atServer()).doesNotContain(Pending.SERVER_DIFFERS);
  }
}
