package org.sala.carrier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and a store on loopback and has every request whole before the store
 * hears of it, so that a test can hold one back, pass on half of one, or say one twice. One request
 * goes over one connection (RFC 9112, section 9.6).
 */
public final class RequestLine implements AutoCloseable {
  private static final byte[] END = {'\r', '\n', '\r', '\n'};

  private final ServerSocket door;
  private final int target;
  private final Doing doing;
  private final AtomicInteger count = new AtomicInteger();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  /** What becomes of a request. */
  @FunctionalInterface
  public interface Doing {
    /**
     * @param number counts from 1
     * @param request head and body
     * @param client takes the answer
     */
    void with(int number, byte[] request, Store store, OutputStream client)
        throws IOException, InterruptedException;
  }

  /** The store behind. */
  public interface Store {
    /** All that it answers to a request. */
    byte[] ask(byte[] request) throws IOException;

    /** Says the beginning of a request and goes away. */
    void begin(byte[] part) throws IOException;
  }

  public RequestLine(int target, Doing doing) throws IOException {
    this.target = target;
    this.doing = doing;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return door.getLocalPort();
  }

  /** How many requests have come. */
  public int requests() {
    return count.get();
  }

  /** The first line of a request without the version: {@code PUT /bucket/name}. */
  public static String what(byte[] request) {
    String head = new String(request, 0, Math.min(request.length, 400), StandardCharsets.US_ASCII);
    return head.lines().findFirst().orElse("").replaceFirst(" HTTP/1.1$", "");
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
      byte[] request = request(client.getInputStream());
      if (request.length > 0) {
        doing.with(count.incrementAndGet(), request, new Behind(), client.getOutputStream());
      }
    } catch (IOException e) {
      // Whoever asked has gone, or the store has: the test sees what came of it.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(client);
    }
  }

  private final class Behind implements Store {
    @Override
    public byte[] ask(byte[] request) throws IOException {
      try (Socket store = new Socket(InetAddress.getLoopbackAddress(), target)) {
        store.getOutputStream().write(request);
        return store.getInputStream().readAllBytes();
      }
    }

    @Override
    public void begin(byte[] part) throws IOException {
      try (Socket store = new Socket(InetAddress.getLoopbackAddress(), target)) {
        store.getOutputStream().write(part);
      }
    }
  }

  /** A whole request that says that it is the only one. */
  private static byte[] request(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      head.write(b);
      if (b == '\n' && ends(head)) {
        break;
      }
    }
    String words = head.toString(StandardCharsets.ISO_8859_1);
    StringBuilder said = new StringBuilder();
    int length = 0;
    for (String line : words.split("\r\n", -1)) {
      String low = line.toLowerCase(Locale.ROOT);
      if (low.startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(15).strip());
      }
      if (!line.isEmpty() && !low.startsWith("connection:")) {
        said.append(line).append("\r\n");
      }
    }
    if (said.isEmpty()) {
      return new byte[0];
    }
    said.append("Connection: close\r\n\r\n");
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(said.toString().getBytes(StandardCharsets.ISO_8859_1));
    whole.writeBytes(in.readNBytes(length));
    return whole.toByteArray();
  }

  private static boolean ends(ByteArrayOutputStream head) {
    byte[] all = head.toByteArray();
    return all.length >= 4
        && Arrays.equals(Arrays.copyOfRange(all, all.length - 4, all.length), END);
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket s : open) {
      s.close();
    }
  }
}
