package org.sala.carrier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * An HTTP proxy on loopback that leads everything to one port, and may ask for a user and a
 * password first (RFC 9110, section 11.7). It keeps what went up through it.
 */
final class AskingProxy implements AutoCloseable {
  private static final String NO =
      "HTTP/1.1 407 Proxy Authentication Required\r\n"
          + "Proxy-Authenticate: Basic realm=\"a school\"\r\nContent-Length: 0\r\n"
          + "Connection: close\r\n\r\n";

  private final ServerSocket door;
  private final int target;
  private final String wanted;
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  /**
   * @param key empty for a proxy that asks nobody
   */
  AskingProxy(int target, java.util.Optional<StoreKey> key) throws IOException {
    this.target = target;
    this.wanted =
        key.map(
                k ->
                    "basic "
                        + Base64.getEncoder()
                            .encodeToString(
                                (k.id() + ":" + k.secret()).getBytes(StandardCharsets.UTF_8)))
            .orElse("");
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** The beginnings of connections, and in the clear all that followed. */
  List<String> heads() {
    return heads;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        open.add(client);
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        if (!door.isClosed()) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      byte[] head = head(client.getInputStream());
      String words = new String(head, StandardCharsets.ISO_8859_1);
      if (!wanted.isEmpty() && !authorization(words).equals(wanted)) {
        client.getOutputStream().write(NO.getBytes(StandardCharsets.US_ASCII));
        return;
      }
      heads.add(words);
      try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
        open.add(server);
        if (words.startsWith("CONNECT ")) {
          client
              .getOutputStream()
              .write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } else {
          server.getOutputStream().write(head);
        }
        Thread back = Thread.ofVirtual().start(() -> pump(server, client, s -> {}));
        pump(client, server, words.startsWith("CONNECT ") ? s -> {} : heads::add);
        back.join();
      }
    } catch (IOException | InterruptedException e) {
      // Whoever asked has gone: the test sees what came of it.
      Thread.currentThread().interrupt();
    }
  }

  private static String authorization(String head) {
    return head.lines()
        .filter(l -> l.toLowerCase(Locale.ROOT).startsWith("proxy-authorization:"))
        .map(l -> l.substring(l.indexOf(':') + 1).strip())
        .map(l -> l.substring(0, Math.min(6, l.length())).toLowerCase(Locale.ROOT) + l.substring(6))
        .findFirst()
        .orElse("");
  }

  private static byte[] head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int end = 0;
    for (int b = in.read(); b >= 0; b = in.read()) {
      head.write(b);
      end = b == (end % 2 == 0 ? '\r' : '\n') ? end + 1 : b == '\r' ? 1 : 0;
      if (end == 4) {
        break;
      }
    }
    return head.toByteArray();
  }

  private static void pump(Socket from, Socket to, Consumer<String> hears) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] lot = new byte[8192];
      for (int n = in.read(lot); n >= 0; n = in.read(lot)) {
        hears.accept(new String(lot, 0, n, StandardCharsets.ISO_8859_1));
        out.write(lot, 0, n);
      }
      to.shutdownOutput();
    } catch (IOException e) {
      // One end is gone; the other is closed with the connection.
      return;
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket s : open) {
      s.close();
    }
  }
}
