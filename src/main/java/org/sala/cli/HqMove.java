package org.sala.cli;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sala.casework.Desk;
import org.sala.casework.Moved;
import org.sala.casework.Workplace;
import org.sala.casework.station.Tools;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code sala hq move}: a headquarters out of its own folder onto a server. */
@Command(
    name = "move",
    mixinStandardHelpOptions = true,
    description = {
      "Moves the headquarters in --dir onto a prepared server that holds none: "
          + "journal, keys, attachments, packages.",
      "--login is an importer's. Broken off, it is begun again and goes on; until it "
          + "says that it is done, the folder is the headquarters. From then on the folder "
          + "is this machine's own: drafts and officers stay, and it opens on the server "
          + "alone."
    })
final class HqMove implements Callable<Integer> {
  private final Tools tools;

  @ParentCommand private @Nullable HqCommand hq;

  @Mixin private Officer officer = new Officer();

  @Mixin private Output output = new Output();

  HqMove(Tools tools) {
    this.tools = tools;
  }

  @Override
  @SuppressWarnings("try")
  public Integer call() {
    HqCommand parent = Objects.requireNonNull(hq);
    Workplace place = parent.there(tools).on(parent.needed());
    String handle = officer.handle();
    char[] passphrase = officer.passphrase();
    try {
      Moved moved = place.move(handle, passphrase, new Meter(output.err(), "move"));
      if (moved instanceof Moved.Done done) {
        // Opening it once makes the view, and tells the others what this machine alone knew.
        Workplace anew = parent.there(tools).telling(new Meter(output.err(), "showing"));
        try (Desk desk = Door.entered(anew.unlock(handle, passphrase))) {
          return said(done, desk.onServer().orElseThrow().shown());
        }
      }
      throw refusal(moved);
    } finally {
      Arrays.fill(passphrase, '\0');
    }
  }

  private int said(Moved.Done done, long shown) {
    output
        .said()
        .line(
            "Moved: "
                + Counted.changes(done.changes())
                + ", "
                + Counted.files(done.files())
                + ". The folder is this machine's own from now on.")
        .line(
            Counted.of(done.unknown(), "change is by an author", "changes are by authors")
                + " whose keys are not here; all others bear their author's"
                + " signature.")
        .line(
            done.spoiled() == 0
                ? "All attachments were what was taken in."
                : Counted.of(
                    done.spoiled(),
                    "attachment is not what was taken in; it stayed here.",
                    "attachments are not what was taken in; they stayed here."))
        .line("Others: sala hq invite. Back up anew: sala backup.")
        .with("changes", done.changes())
        .with("shown", shown)
        .with("files", done.files())
        .with("unchecked", done.unknown())
        .with("spoiled", done.spoiled())
        .end();
    return done.spoiled() == 0 ? Exit.OK : Exit.REFUSED;
  }

  private static NotEntered refusal(Moved moved) {
    return switch (moved) {
      case Moved.Refused r -> NotEntered.because(r.why());
      case Moved.AlreadyThere t ->
          new NotEntered("This headquarters lies on the server " + t.where() + ".", Exit.USAGE);
      case Moved.NotHeadquarters n ->
          new NotEntered(
              "This workspace is not a headquarters; stations stay laptops.", Exit.USAGE);
      case Moved.NotAnImporter n ->
          new NotEntered(
              "That login may not make the view: name an importer's (sala_follower).", Exit.USAGE);
      case Moved.SignatureWrong w ->
          new NotEntered(
              "Change "
                  + w.change()
                  + " does not bear its author's signature. Nothing was moved; bring the journal"
                  + " back from a backup.",
              Exit.REFUSED);
      case Moved.Stopped s ->
          new NotEntered("Stopped. Begin again: it goes on where it was.", Exit.FAILED);
      case Moved.Done d -> new NotEntered("Moved.", Exit.OK);
    };
  }
}
