package org.sala.casework.station;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.sala.crypto.CryptoFault;
import org.sala.crypto.Sha256;
import org.sala.journal.JournalFault;
import org.sala.parcel.ParcelFault;
import org.sala.store.StoreFault;
import org.sala.vault.VaultFault;

/**
 * What is said of a fault to whoever mends the program: kinds, codes and places. A message is never
 * among it, neither ours nor anybody else's: it may quote what somebody typed, a file's name or a
 * handle. A thread's name is neither: the view's engine puts the workspace's path into its own.
 */
public final class FaultText {
  private static final int FRAMES = 24;
  private static final int FRAMES_BESIDE = 4;
  private static final int CAUSES = 8;
  private static final Set<String> THREADS = Set.of("main", "JavaFX Application Thread");

  private final String words;
  private final String code;

  public FaultText(Throwable thrown) {
    StringBuilder all = new StringBuilder();
    Throwable next = thrown;
    for (int i = 0; next != null && i < CAUSES; i++) {
      say(i == 0 ? "" : "caused by ", next, FRAMES, all);
      for (Throwable beside : next.getSuppressed()) {
        say("beside it ", beside, FRAMES_BESIDE, all);
      }
      next = next.getCause();
    }
    this.words = all.toString();
    byte[] digest = Sha256.of(words.getBytes(StandardCharsets.UTF_8));
    this.code = HexFormat.of().withUpperCase().formatHex(digest, 0, 2);
  }

  private static void say(String as, Throwable thrown, int frames, StringBuilder to) {
    to.append(as).append(thrown.getClass().getName()).append(ours(thrown)).append('\n');
    StackTraceElement[] trace = thrown.getStackTrace();
    for (int f = 0; f < Math.min(trace.length, frames); f++) {
      StackTraceElement at = trace[f];
      to.append("  at ")
          .append(at.getClassName())
          .append('.')
          .append(at.getMethodName())
          .append(':')
          .append(at.getLineNumber())
          .append('\n');
    }
  }

  private static String ours(Throwable thrown) {
    return switch (thrown) {
      case CaseworkFault f -> " " + f.code();
      case JournalFault f -> " " + f.code();
      case VaultFault f -> " " + f.code();
      case StoreFault f -> " " + f.code();
      case ParcelFault f -> " " + f.code();
      case CryptoFault f -> " " + f.code();
      default -> "";
    };
  }

  /**
   * Returns the fault's code: the same fault at the same place has the same one, short enough to be
   * told by telephone.
   */
  public String code() {
    return code;
  }

  /** Kinds and places, a line each. */
  public String words() {
    return words;
  }

  /** The program, what it runs on, and which thread, where that is one of ours. */
  public String where() {
    String thread = Thread.currentThread().getName();
    boolean known = THREADS.contains(thread) || thread.startsWith("sala-");
    return String.format(
        Locale.ROOT,
        "Sala %s, Java %s, %s, %s",
        Version.NUMBER,
        Runtime.version(),
        System.getProperty("os.name", "?"),
        known ? thread : "another thread");
  }
}
