package org.sala.casework.headquarters;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sala.casework.ServerLogin;

/** A line to a server on this machine that can stand still: nothing is cut, and nothing comes. */
public final class StillLine implements AutoCloseable {
  private final ServerSocket door;
  private final int target;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final Object standing = new Object();
  private boolean still;

  public StillLine(int target) {
    this.target = target;
    try {
      this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  private int port() {
    return door.getLocalPort();
  }

  /** The same login over this line. */
  public ServerLogin of(ServerLogin straight) {
    return new ServerLogin(
        straight.url().replaceFirst(":[0-9]+/", ":" + port() + "/"),
        straight.user(),
        straight.password());
  }

  public void stand() {
    synchronized (standing) {
      still = true;
    }
  }

  public void go() {
    synchronized (standing) {
      still = false;
      standing.notifyAll();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        open.addAll(List.of(client, server));
        Thread.ofVirtual().start(() -> pump(client, server));
        Thread.ofVirtual().start(() -> pump(server, client));
      }
    } catch (IOException e) {
      // The door is closed: nobody comes any more.
      return;
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] some = new byte[16 * 1024];
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int n = in.read(some); n >= 0; n = in.read(some)) {
        waitWhileStill();
        out.write(some, 0, n);
      }
    } catch (IOException e) {
      // One of the two has gone.
      return;
    }
  }

  private void waitWhileStill() {
    synchronized (standing) {
      while (still) {
        try {
          standing.wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }

  @Override
  public void close() {
    go();
    try {
      door.close();
      for (Socket s : open) {
        s.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
