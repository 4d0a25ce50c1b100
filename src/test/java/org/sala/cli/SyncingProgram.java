package org.sala.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sala.carrier.Carrier;
import org.sala.carrier.Copying;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.register.PackageLine;
import org.sala.casework.packages.register.PackageState;
import org.sala.casework.station.Progress;

/** {@code sala sync} in a process of its own, with the key derivation that only tests may use. */
final class SyncingProgram {
  /** As it is, or broken on purpose. */
  enum Broken {
    NOTHING,
    /** Writes down that a package is on its way, and carries it then. */
    EARLY,
    /** Throws away what an earlier one had brought by half. */
    FORGETFUL
  }

  private SyncingProgram() {}

  /**
   * @param args how it is broken, the folder of workspaces and passphrases, and the workspaces
   *     whose turn it is, one after the other
   */
  public static void main(String[] args) throws IOException {
    Broken broken = Broken.valueOf(args[0]);
    Path root = Path.of(args[1]);
    int exit = Exit.OK;
    for (String name : List.of(args).subList(2, args.length)) {
      switch (broken) {
        case NOTHING -> {}
        case EARLY -> boast(root, name);
        case FORGETFUL -> forget(root.resolve(name).resolve("inbox"));
      }
      exit =
          Math.max(
              exit,
              SalaCommand.run(
                  PORTS,
                  "sync",
                  "--workspace",
                  root.resolve(name).toString(),
                  "--handle",
                  handle(name),
                  "--passphrase-file",
                  root.resolve(handle(name) + ".txt").toString()));
    }
    System.exit(exit);
  }

  /** Who works where. */
  static String handle(String workspace) {
    return workspace.equals("hq") ? "zero" : "one";
  }

  private static void boast(Path root, String name) throws IOException {
    try (Desk desk = Desks.unlock(root.resolve(name), handle(name))) {
      for (PackageLine p : desk.packages().list()) {
        if (p.outgoing() && p.state() == PackageState.SEALED) {
          desk.packages().carry(p.id(), new Boasting(), Progress.none());
        }
      }
    }
  }

  private static void forget(Path inbox) throws IOException {
    try (var files = Files.walk(inbox)) {
      for (Path f : files.filter(Files::isRegularFile).toList()) {
        Files.delete(f);
      }
    }
  }

  /** Says that it has sent. */
  private static final class Boasting implements Carrier {
    @Override
    public Sent send(Path file, String name, String digest, Copying copying) {
      return Sent.SENT;
    }

    @Override
    public List<Waiting> waiting() {
      return List.of();
    }

    @Override
    public byte[] head(Waiting what, int most) {
      return new byte[0];
    }

    @Override
    public Optional<Path> fetch(Waiting what, Path folder, Copying copying) {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }

  private static final Ports PORTS =
      TestPorts.with((workspace, parcel, server) -> Exit.NO_DISPLAY, Optional.empty());
}
