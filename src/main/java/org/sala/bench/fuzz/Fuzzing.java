package org.sala.bench.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * F13: gives a parser hostile inputs one after the other. Each has to be read or refused by a
 * declared exception, in bounded time and memory.
 */
public final class Fuzzing {
  /** An input that takes longer is a finding. Far above what any takes, for a machine may pause. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private static final int LEAST = 10;

  private static final int MOST_FINDINGS = 20;
  private static final int SHOWN = 4096;

  private Fuzzing() {}

  /**
   * What came of a run.
   *
   * @param taken inputs that were read as if nothing were wrong
   * @param slowest of one input, in milliseconds
   * @param mostBytes that one input made the reading thread allocate
   * @param findings each with the input that shows it, in hexadecimal
   */
  public record Result(
      String parser,
      long inputs,
      long taken,
      long slowest,
      long mostBytes,
      List<String> findings) {}

  /**
   * Runs until so many inputs were read or the time is over, whichever is first. The first inputs
   * are the seeds themselves, then what is nothing at all; a few more are read in any case.
   */
  public static Result run(Parser parser, long seed, long inputs, Duration time) {
    return run(parser, seed, inputs, time, LONGEST);
  }

  /**
   * @param longest that one input may take
   */
  static Result run(Parser parser, long seed, long inputs, Duration time, Duration longest) {
    Run run = new Run(parser, seed, inputs, System.nanoTime() + time.toNanos());
    Thread thread = Thread.ofPlatform().name("fuzz " + parser.name()).daemon().start(run);
    boolean interrupted = false;
    while (thread.isAlive() && !interrupted) {
      try {
        thread.join(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        interrupted = true;
      }
      if (System.nanoTime() - run.began > longest.toNanos() && thread.isAlive()) {
        run.hangs(thread);
        interrupted = true;
      }
    }
    return run.result();
  }

  private static final class Run implements Runnable {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Parser parser;
    private final Mutations mutations;
    private final long inputs;
    private final long end;
    // By what went wrong and where: one of each kind says all.
    private final Map<String, String> findings = new LinkedHashMap<>();
    private volatile long began = System.nanoTime();
    private volatile byte[] current = new byte[0];
    private volatile boolean left;
    private long done;
    private long taken;
    private long slowest;
    private long mostBytes;

    Run(Parser parser, long seed, long inputs, long end) {
      this.parser = parser;
      this.mutations = new Mutations(new Random(seed), parser.seeds(), parser.words());
      this.inputs = inputs;
      this.end = end;
    }

    @Override
    public void run() {
      for (byte[] seed : parser.seeds()) {
        one(seed.clone());
      }
      one(new byte[0]);
      long least = parser.seeds().size() + 1L + LEAST;
      while (done < inputs && (done < least || System.nanoTime() < end) && !left) {
        one(mutations.next());
      }
    }

    private void one(byte[] input) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      current = input;
      began = System.nanoTime();
      Throwable thrown = read(input);
      long nanos = System.nanoTime() - began;
      long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
      synchronized (this) {
        if (left) {
          return;
        }
        done++;
        slowest = Math.max(slowest, TimeUnit.NANOSECONDS.toMillis(nanos));
        mostBytes = Math.max(mostBytes, bytes);
        if (thrown == null) {
          taken++;
        } else if (!parser.refuses(thrown)) {
          find(place(thrown), input);
        }
        if (bytes > parser.mostBytes() + 64L * input.length) {
          find("takes " + (bytes >> 20) + " MiB", input);
        }
      }
    }

    private @Nullable Throwable read(byte[] input) {
      try {
        parser.reader().read(input);
        return null;
      } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
        return e;
      }
    }

    /** The exception without its message, which may hold what was read, and where it came from. */
    private static String place(Throwable thrown) {
      StringBuilder place = new StringBuilder(thrown.getClass().getName());
      StackTraceElement[] stack = thrown.getStackTrace();
      for (int i = 0, shown = 0; i < stack.length && shown < 4; i++) {
        boolean ours = stack[i].getClassName().startsWith("org.sala.");
        if (i == 0 || ours) {
          place.append(" < ").append(stack[i]);
          shown++;
        }
      }
      return place.toString();
    }

    private void find(String what, byte[] input) {
      if (findings.size() < MOST_FINDINGS) {
        findings.putIfAbsent(
            what,
            HexFormat.of().formatHex(input, 0, Math.min(input.length, SHOWN))
                + (input.length > SHOWN ? "... " + input.length + " bytes" : ""));
      }
    }

    /** The thread is left alone: it cannot be ended, only told of. */
    synchronized void hangs(Thread thread) {
      StackTraceElement[] stack = thread.getStackTrace();
      find("does not end" + (stack.length == 0 ? "" : " < " + stack[0]), current);
      left = true;
    }

    synchronized Result result() {
      return new Result(
          parser.name(),
          done,
          taken,
          slowest,
          mostBytes,
          findings.entrySet().stream()
              .map(f -> parser.name() + ": " + f.getKey() + " on " + f.getValue())
              .toList());
    }
  }
}
