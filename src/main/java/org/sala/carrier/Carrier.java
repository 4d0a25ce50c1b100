package org.sala.carrier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A way for packages to travel: a stick, a share, a store. It moves opaque files under the names
 * that it is given, never overwrites and never deletes what lies there, and knows nothing of what
 * is inside. Used by one thread at a time; what goes wrong is a {@link CarrierFault} that says why.
 */
public interface Carrier extends AutoCloseable {

  /** What became of a file that was to be sent. */
  enum Sent {
    /** The file lies there whole, compared with what was sent. */
    SENT,
    /** The file lay there whole before. */
    THERE,
    /** Whoever listens stopped it; what has arrived is gone on with the next time. */
    STOPPED
  }

  /**
   * A whole file that lies there.
   *
   * @param name safe as a file's name on every system
   * @param size in bytes, as the carrier says
   * @param mark changes when another content comes to lie under the name
   */
  record Waiting(String name, long size, String mark) {}

  /**
   * Sends a file; a cut, a stop or a crash leaves nothing under the name, and the next call goes on
   * with what has arrived.
   *
   * @param digest SHA-256 of the file, hexadecimal
   */
  Sent send(Path file, String name, String digest, Copying copying) throws IOException;

  /** The whole files that lie there, by name; the first of them where there are too many. */
  List<Waiting> waiting() throws IOException;

  /**
   * Lists the whole files that lie there, a part at a time where there are more than anybody should
   * hold at once.
   *
   * @param after the part begins behind this name; empty for the first one
   * @param copying asked whether to go on, for a carrier can list for ever
   * @return empty when it was stopped
   */
  default Optional<Listing> list(String after, Copying copying) throws IOException {
    return Optional.of(new Listing("", waiting(), Optional.empty()));
  }

  /**
   * Asks whether it is there still, and nothing else.
   *
   * @throws CarrierFault when it is not
   */
  default void reach() throws IOException {
    waiting();
  }

  /**
   * The beginning of a file, enough to see for whom it is.
   *
   * @param most bytes; fewer where the file is shorter
   */
  byte[] head(Waiting what, int most) throws IOException;

  /**
   * Copies a file to a folder of this machine, under its own name. What a cut has left there is
   * gone on with; two fetches of one thing come to the same.
   *
   * @return the copy, synced; empty when it was stopped
   */
  Optional<Path> fetch(Waiting what, Path folder, Copying copying) throws IOException;

  /** Lets go of connections; what lies there stays. */
  @Override
  void close();
}
