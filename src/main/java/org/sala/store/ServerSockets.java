package org.sala.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;

/**
 * Makes the sockets of connections to a server, so that all of a pool's can be cut in one step: an
 * answer that is waited for, a login half way, and bytes that do not go out end at once, and not
 * when their time is up. Public for the driver alone, which makes one by this class's name.
 */
public final class ServerSockets extends SocketFactory {
  private static final AtomicLong NUMBER = new AtomicLong();
  private static final Map<String, Line> LINES = new ConcurrentHashMap<>();

  private final Line line;

  /**
   * @param name of the line that its sockets belong to
   * @throws IllegalStateException when that line was cut
   */
  public ServerSockets(String name) {
    Line there = LINES.get(name);
    if (there == null) {
      throw new IllegalStateException("the line is cut");
    }
    this.line = there;
  }

  /** The sockets of one pool. Thread-safe. */
  static final class Line {
    private final String name = Long.toString(NUMBER.incrementAndGet());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    Line() {
      LINES.put(name, this);
    }

    /** By which the driver finds it. */
    String name() {
      return name;
    }

    private synchronized Socket socket() throws IOException {
      if (!LINES.containsKey(name)) {
        throw new IOException("the line is cut");
      }
      open.removeIf(Socket::isClosed);
      Socket made = new Socket();
      open.add(made);
      return made;
    }

    /** Ends all that go over it, and lets none be made any more. */
    synchronized void cut() {
      LINES.remove(name);
      open.forEach(Line::end);
      open.clear();
    }

    /**
     * What has not gone out yet never does: a commit that reached the server behind the next unlock
     * would look like another program's under the same name.
     */
    private static void end(Socket socket) {
      try (socket) {
        socket.setSoLinger(true, 0);
      } catch (IOException e) {
        // It is closed already, or cannot be told so: either way nobody waits on it any more.
        return;
      }
    }
  }

  @Override
  public Socket createSocket() throws IOException {
    return line.socket();
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException("the driver connects by itself");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
    throw new UnsupportedOperationException("the driver connects by itself");
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException("the driver connects by itself");
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
    throw new UnsupportedOperationException("the driver connects by itself");
  }
}
