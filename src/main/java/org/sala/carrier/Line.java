package org.sala.carrier;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.http.Abortable;

/**
 * The line to a store: counts what goes over it, keeps to a rate, and cuts a request over which
 * nothing has moved for too long, for a socket that nobody reads from can be written to for ever.
 */
final class Line {
  private static final long TICK = Duration.ofMillis(100).toNanos();

  private final long bytesPerSecond;
  private final long still;
  private final AtomicLong moved = new AtomicLong(System.nanoTime());
  private final AtomicLong out = new AtomicLong();
  private final AtomicLong in = new AtomicLong();
  private volatile Copying listener = bytes -> true;
  private final AtomicLong place = new AtomicLong();
  private final Object telling = new Object();
  private volatile boolean stopped;
  private long told;
  private double allowance;
  private long filled = System.nanoTime();

  Line(long bytesPerSecond, Duration still) {
    this.bytesPerSecond = bytesPerSecond;
    this.still = still.toNanos();
  }

  /** Thrown where whoever waits for a transfer has it stopped. */
  static final class StoppedException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Has this one hear how far it is from now on, who may also stop it.
   *
   * @param size of what is carried: the words around it are not told
   */
  void heard(Copying by, long size) {
    listener = bytes -> by.goOn(Math.min(bytes, size));
    synchronized (telling) {
      told = 0;
      stopped = false;
    }
  }

  /** How much of the file is behind us; what moves now comes on top of it. */
  void at(long bytes) throws StoppedException {
    place.set(bytes);
    tell(bytes);
  }

  private void tell(long bytes) throws StoppedException {
    synchronized (telling) {
      told = bytes;
    }
    if (!goesOn()) {
      throw new StoppedException();
    }
  }

  /** Asked from the thread that carries and from the one that guards it, one at a time. */
  private boolean goesOn() {
    synchronized (telling) {
      if (!stopped && !listener.goOn(told)) {
        stopped = true;
      }
      return !stopped;
    }
  }

  long sent() {
    return out.get();
  }

  long received() {
    return in.get();
  }

  /** What is sent, as the other end gets it. */
  InputStream outgoing(InputStream from) {
    long begin = place.get();
    return new Metered(from, out, begin);
  }

  /** Returns what comes, as fast as it may come. */
  InputStream incoming(InputStream from) {
    return new Metered(from, in, -1);
  }

  private final class Metered extends FilterInputStream {
    private final AtomicLong count;
    private final long begin;
    private long here;

    Metered(InputStream from, AtomicLong count, long begin) {
      super(from);
      this.count = count;
      this.begin = begin;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int at, int most) throws IOException {
      if (stopped) {
        throw new StoppedException();
      }
      int n = super.read(into, at, share(most));
      if (n > 0) {
        moved.set(System.nanoTime());
        count.addAndGet(n);
        here += n;
        if (begin >= 0) {
          tell(begin + here);
        }
        spend(n);
      }
      return n;
    }

    @Override
    public long skip(long most) throws IOException {
      return Math.max(0, read(new byte[(int) Math.min(most, 8192)], 0, (int) Math.min(most, 8192)));
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }

  /** A tenth of a second's worth at most, so that the rate is even. */
  private int share(int most) {
    return bytesPerSecond == 0 ? most : Math.clamp(bytesPerSecond / 10, 1, most);
  }

  private synchronized void spend(int bytes) throws StoppedException {
    if (bytesPerSecond == 0) {
      return;
    }
    refill();
    allowance -= bytes;
    while (allowance < 0) {
      if (!goesOn()) {
        throw new StoppedException();
      }
      LockSupport.parkNanos(Math.min(TICK, (long) (-allowance / bytesPerSecond * 1e9) + 1));
      moved.set(System.nanoTime());
      refill();
    }
  }

  private void refill() {
    long now = System.nanoTime();
    allowance = Math.min(bytesPerSecond / 10.0, allowance + (now - filled) / 1e9 * bytesPerSecond);
    filled = now;
  }

  /** Waits, and notices a stop. */
  void pause(Duration length) throws StoppedException {
    long until = System.nanoTime() + length.toNanos();
    for (long left = length.toNanos(); left > 0; left = until - System.nanoTime()) {
      if (!goesOn()) {
        throw new StoppedException();
      }
      LockSupport.parkNanos(Math.min(TICK, left));
    }
  }

  /** Guards one request until it is closed. */
  Guard guard(Abortable request) {
    moved.set(System.nanoTime());
    Guard guard = new Guard(request);
    Thread.ofVirtual().name("sala-line-guard").start(guard);
    return guard;
  }

  /** Cuts a request that stands still or is not wanted any more. */
  final class Guard implements Runnable, AutoCloseable {
    private final Abortable request;
    private volatile boolean over;

    private Guard(Abortable request) {
      this.request = request;
    }

    @Override
    public void run() {
      while (!over) {
        LockSupport.parkNanos(TICK);
        boolean wanted = over || goesOn();
        if (!over && (!wanted || System.nanoTime() - moved.get() > still)) {
          request.abort();
          return;
        }
      }
    }

    @Override
    public void close() {
      over = true;
    }
  }
}
