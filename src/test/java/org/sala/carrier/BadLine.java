package org.sala.carrier;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A TCP proxy on loopback that does to a connection what bad lines do: it cuts it, lets it stand
 * still, flips a bit, slows it down. What it does is drawn from a seed; after a number of faults it
 * behaves.
 */
public final class BadLine implements AutoCloseable {
  /** What becomes of one direction of a connection. */
  public enum Fault {
    CUT,
    STALL,
    CORRUPT,
    /** For a while it goes as slowly as a line in a hall at night; no byte of it is lost. */
    SLOW
  }

  /** So much goes slowly, in lots that are as small, with pauses. */
  private static final int SLOWLY = 96 * 1024;

  private static final int SLOW_LOT = 2 * 1024;
  private static final long SLOW_PAUSE = 8;

  private final ServerSocket door;
  private final int target;
  private final Random random;
  private final List<Fault> kinds;
  private final int reach;
  private final AtomicInteger left;
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicLong up = new AtomicLong();
  private final AtomicLong down = new AtomicLong();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private volatile boolean dead;
  private long every;

  /**
   * @param faults how many there are in all
   * @param reach within so many bytes of a direction a fault happens
   */
  public BadLine(int target, long seed, int faults, int reach, Fault... kinds) throws IOException {
    this.target = target;
    this.random = new Random(seed);
    this.kinds = List.of(kinds);
    this.reach = reach;
    this.left = new AtomicInteger(faults);
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /**
   * One that cuts whatever goes over it each time when so many bytes have come, both ways counted.
   */
  public static BadLine every(int target, int cuts, long bytes) throws IOException {
    BadLine line = new BadLine(target, 0, 0, 1);
    line.left.set(cuts);
    synchronized (line.left) {
      line.every = bytes;
    }
    return line;
  }

  /** Whether the next cut is due. */
  private boolean due() {
    synchronized (left) {
      if (every == 0 || left.get() == 0 || up() + down() < (done.get() + 1) * every) {
        return false;
      }
      left.decrementAndGet();
      done.incrementAndGet();
      return true;
    }
  }

  public int port() {
    return door.getLocalPort();
  }

  /** Bytes that came from the client, as TCP carries them. */
  public long up() {
    return up.get();
  }

  public long down() {
    return down.get();
  }

  /** Faults that happened. */
  public int faults() {
    return done.get();
  }

  /** Nobody gets through any more, until it is mended. */
  public void cutAll(boolean forGood) {
    dead = forGood;
    open.forEach(BadLine::end);
    open.clear();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        if (dead) {
          end(client);
          continue;
        }
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(client);
        open.add(server);
        boolean bad = !kinds.isEmpty() && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        boolean upwards = random.nextInt(4) > 0;
        Fault fault = kinds.isEmpty() ? Fault.CUT : kinds.get(random.nextInt(kinds.size()));
        long at = (long) (random.nextDouble() * random.nextDouble() * reach);
        pump(client, server, up, bad && upwards ? at : Long.MAX_VALUE, fault);
        pump(server, client, down, bad && !upwards ? at : Long.MAX_VALUE, fault);
      } catch (IOException e) {
        // The door is closed, or the other side is: the next one sees.
        if (door.isClosed()) {
          return;
        }
      }
    }
  }

  private void pump(Socket from, Socket to, AtomicLong count, long at, Fault fault) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                byte[] lot = new byte[16 * 1024];
                long passed = 0;
                boolean due = at < Long.MAX_VALUE;
                int slow = 0;
                for (int n = in.read(lot); n >= 0; n = in.read(lot)) {
                  count.addAndGet(n);
                  if (due()) {
                    end(from);
                    end(to);
                    return;
                  }
                  if (due && passed + n > at) {
                    due = false;
                    if (fault != Fault.SLOW) {
                      done.incrementAndGet();
                    }
                    int here = (int) (at - passed);
                    switch (fault) {
                      case CUT -> {
                        out.write(lot, 0, here);
                        end(from);
                        end(to);
                        return;
                      }
                      case STALL -> {
                        out.write(lot, 0, here);
                        out.flush();
                        while (!from.isClosed() && !to.isClosed() && !door.isClosed()) {
                          Thread.sleep(20);
                          if (gone(from)) {
                            break;
                          }
                        }
                        end(from);
                        end(to);
                        return;
                      }
                      case CORRUPT -> lot[here] ^= (byte) (1 << (at % 8));
                      case SLOW -> slow = SLOWLY;
                    }
                  }
                  slow -= write(out, lot, n, slow);
                  passed += n;
                }
                to.shutdownOutput();
              } catch (IOException | InterruptedException e) {
                end(from);
                end(to);
              }
            });
  }

  /** How much of it went slowly. */
  private static int write(OutputStream out, byte[] lot, int n, int slow)
      throws IOException, InterruptedException {
    int gone = 0;
    while (gone < Math.min(n, slow)) {
      int some = Math.min(SLOW_LOT, n - gone);
      out.write(lot, gone, some);
      out.flush();
      gone += some;
      Thread.sleep(SLOW_PAUSE);
    }
    out.write(lot, gone, n - gone);
    out.flush();
    return Math.min(gone, slow);
  }

  /** Whether the end that sends has given up: its bytes run out. */
  private static boolean gone(Socket from) throws IOException {
    from.setSoTimeout(20);
    try {
      byte[] swallowed = new byte[0];
      return from.getInputStream().read(swallowed) < 0;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    }
  }

  private static void end(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      // It is gone already, which is what was wanted.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    open.forEach(BadLine::end);
  }
}
