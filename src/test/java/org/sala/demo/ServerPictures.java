package org.sala.demo;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Invitations;
import org.sala.casework.Pending;
import org.sala.casework.ServerLogin;
import org.sala.casework.Workplace;
import org.sala.casework.headquarters.PreparedServer;
import org.sala.ui.route.Place;

/** Pictures of a headquarters on a server that is away, was set back, or has no importer. */
final class ServerPictures {
  private final PictureTaker taker;
  private final Path folder;

  ServerPictures(PictureTaker taker, Path folder) {
    this.taker = taker;
    this.folder = folder;
  }

  List<Path> take() {
    List<Path> taken = new ArrayList<>();
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    try (PreparedServer server = new PreparedServer()) {
      ServerLogin importer = server.login("importer", "sala_follower");
      ServerLogin analyst = server.login("ana", "sala_analyst");
      try (Desk made = made(one, importer)) {
        made.invitations()
            .invite(
                new Invitations.Guest(
                    "Officer Ana Example",
                    "ana",
                    WorkingNight.PASSPHRASE.toCharArray(),
                    "EX-2",
                    analyst),
                two);
      }
      Desk alone = entered(new Workplace(two, Desks.CHEAP), "ana");
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> alone.pending().contains(Pending.NOT_FOLLOWED));
      taken.addAll(
          taker.screens(
              alone, Map.of("today-nobody-follows", View.moment(new Place.Today(), s -> {}))));
      server.endJournal();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> alone.pending().contains(Pending.SERVER_DIFFERS));
      taken.addAll(
          taker.screens(
              alone, Map.of("today-server-differs", View.moment(new Place.Today(), s -> {}))));
      alone.close();
      taken.addAll(taker.closedDoor(one, "zero", "door-server-differs", View.LOWEST));
      server.shutOut(importer);
      taken.addAll(taker.closedDoor(one, "zero", "door-server-away", View.LOWEST));
    }
    return taken;
  }

  private static Desk made(Path at, ServerLogin importer) {
    Workplace.Entry entry =
        new Workplace(at, Desks.CHEAP)
            .on(importer)
            .create(
                new Workplace.FirstStart(
                    "en", "Officer Zero Example", "zero", WorkingNight.PASSPHRASE.toCharArray()));
    return ((Workplace.Entry.Entered) entry).desk();
  }

  private static Desk entered(Workplace place, String handle) {
    return ((Workplace.Entry.Entered) place.unlock(handle, WorkingNight.PASSPHRASE.toCharArray()))
        .desk();
  }
}
