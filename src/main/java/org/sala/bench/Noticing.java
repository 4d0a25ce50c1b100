package org.sala.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.sala.casework.Desk;
import org.sala.casework.sync.Standing;
import org.sala.casework.sync.StoreForm;
import org.sala.cli.Measured;

/**
 * (sync) How long it takes until a carrier that has come back is noticed: a stick that is put in
 * again, until its first round has been done, and a store whose port answers again, until it is
 * spoken to. Nobody touches the program. The aim is a plain number of the work itself, 10 s.
 */
final class Noticing {
  private static final double AIM = 10;

  private static final long PATIENCE = 60;

  private Noticing() {}

  static void measure(Plan plan) throws IOException, InterruptedException {
    double[] stick = new double[plan.runs()];
    double[] store = new double[plan.runs()];
    for (int run = 0; run < plan.runs(); run++) {
      stick[run] = stick(plan, plan.folder().resolve("stick-" + run));
      store[run] = store(plan, plan.folder().resolve("store-" + run));
    }
    found(plan, "a stick that is put in again", stick, "until its round has been done");
    found(plan, "a store that answers again", store, "until it is spoken to");
  }

  private static void found(Plan plan, String what, double[] seconds, String note) {
    double[] sorted = seconds.clone();
    Arrays.sort(sorted);
    plan.found()
        .accept(
            Measured.plain(
                "sync", what, "s", sorted[sorted.length / 2], sorted, AIM, plan.note(note)));
  }

  private static double stick(Plan plan, Path there) throws IOException, InterruptedException {
    Path stick = Files.createDirectories(there.resolve("stick"));
    Path pocket = there.resolve("pocket");
    ExecutorService lane = Executors.newSingleThreadExecutor();
    try (Desk desk = Workspaces.create(plan.tools(), there.resolve("a"), "bench")) {
      desk.sync().carriers().addFolder(stick, "Stick");
      Files.move(stick, pocket);
      desk.sync().start(lane);
      until(desk, Standing.Phase.WAITING);
      CountDownLatch done = new CountDownLatch(1);
      desk.sync()
          .listen(
              s -> {
                if (s.phase() == Standing.Phase.DONE) {
                  done.countDown();
                }
              });
      long began = System.nanoTime();
      Files.move(pocket, stick);
      return waited(done, began);
    } finally {
      lane.shutdown();
    }
  }

  private static double store(Plan plan, Path there) throws IOException, InterruptedException {
    Files.createDirectories(there);
    int port;
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = door.getLocalPort();
    }
    ExecutorService lane = Executors.newSingleThreadExecutor();
    try (Desk desk = Workspaces.create(plan.tools(), there.resolve("a"), "bench")) {
      desk.sync()
          .carriers()
          .addStore(
              new StoreForm(
                  "http://127.0.0.1:" + port,
                  "",
                  "parcels",
                  "",
                  true,
                  "",
                  "",
                  0,
                  "bench",
                  "invented secret"),
              "Store");
      desk.sync().start(lane);
      until(desk, Standing.Phase.WAITING);
      // The look that has just failed is over; the port stays shut for one more.
      TimeUnit.SECONDS.sleep(1);
      long began = System.nanoTime();
      try (ServerSocket door = new ServerSocket(port, 8, InetAddress.getLoopbackAddress())) {
        door.setSoTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE));
        try (Socket asked = door.accept()) {
          return asked.isConnected() ? (System.nanoTime() - began) / 1e9 : PATIENCE;
        }
      }
    } finally {
      lane.shutdown();
    }
  }

  private static double waited(CountDownLatch done, long began) throws InterruptedException {
    return done.await(PATIENCE, TimeUnit.SECONDS) ? (System.nanoTime() - began) / 1e9 : PATIENCE;
  }

  private static void until(Desk desk, Standing.Phase phase) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
    while (desk.sync().standings().getFirst().why().isEmpty()
        || desk.sync().standings().getFirst().phase() != phase) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("the carrier was never looked for");
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
