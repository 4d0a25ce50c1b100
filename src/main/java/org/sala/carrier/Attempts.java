package org.sala.carrier;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Tries again what a bad line has broken, each time after a longer pause, of a random length so
 * that many laptops that lost the same line do not come back in step.
 */
final class Attempts {
  /**
   * A no by the store itself is believed sooner than silence. A request that was spoiled on the way
   * mostly earns a 400, and is none.
   */
  private static final int OF_A_NO = 3;

  /** What the store says of one thing among thousands, whatever it is, is asked for once more. */
  private static final int OF_AN_ANSWER = 2;

  private final Patience patience;
  private final Line line;
  private final Random random;

  /** RFC 9110, section 15.5.8. */
  private static final int PROXY_ASKS = 407;

  /** The store has no such thing (RFC 9110, section 15.6.2): asking again changes nothing. */
  private static final int NOT_DONE_HERE = 501;

  Attempts(Patience patience, Line line, Random random) {
    this.patience = patience;
    this.line = line;
    this.random = random;
  }

  /** What the same attempt would meet again: whoever asked has to begin elsewhere. */
  static final class NotThisWayException extends IOException {
    private static final long serialVersionUID = 1L;

    NotThisWayException(Throwable cause) {
      super(cause);
    }
  }

  /** The first pause, after something that has come a little further before it broke. */
  void rest() throws IOException {
    line.pause(pause(1));
  }

  /** One attempt. */
  @FunctionalInterface
  interface Attempt<T> {
    T make() throws IOException;
  }

  /** Once: whether anybody is there is asked again soon anyway. */
  <T> T once(Attempt<T> attempt) throws IOException {
    return at(attempt, 1, 1, 1);
  }

  <T> T at(Attempt<T> attempt) throws IOException {
    return at(attempt, patience.attempts(), OF_A_NO, patience.attempts());
  }

  /**
   * Makes an attempt whose no is believed at once, and any other answer the second time: one thing
   * among thousands is asked for again in the next round, and whoever put thousands there that
   * nobody may read, or whose key nobody has, holds nobody up.
   */
  <T> T believing(Attempt<T> attempt) throws IOException {
    return at(attempt, patience.attempts(), 1, OF_AN_ANSWER);
  }

  private <T> T at(Attempt<T> attempt, int most, int ofNoes, int ofAnswers) throws IOException {
    int noes = 0;
    int answers = 0;
    boolean late = false;
    for (int failed = 1; ; failed++) {
      try {
        return attempt.make();
      } catch (RuntimeException | IOException e) {
        // The library meets answers that were spoiled or cut in many ways, and not all are its own.
        fault(e);
        if (e instanceof NotThisWayException n) {
          throw n;
        }
        if (isStop(e)) {
          throw new Line.StoppedException();
        }
        if (!late && isClock(e)) {
          // The library goes by the store's clock from now on: this was no attempt.
          late = true;
          failed--;
          continue;
        }
        if (isNo(e)) {
          noes++;
        }
        if (isAnswer(e)) {
          answers++;
        }
        boolean believed = noes >= ofNoes || answers >= ofAnswers;
        if (isUntrusted(e) || isProxy(e) || believed || failed >= most) {
          throw sorted(e);
        }
      }
      line.pause(pause(failed));
    }
  }

  /** How long to wait after so many that failed: random up to twice a mean that doubles. */
  Duration pause(int failed) {
    double longest =
        Math.min(
            (double) patience.longest().toNanos(),
            2.0 * patience.first().toNanos() * Math.pow(2, failed - 1.0));
    return Duration.ofNanos((long) (random.nextDouble() * longest));
  }

  /** What was sorted further below is not sorted again, whatever the library wraps it in. */
  private static void fault(Throwable e) throws CarrierFault {
    for (@Nullable Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof CarrierFault f) {
        throw f;
      }
    }
  }

  private static boolean isStop(Throwable e) {
    for (@Nullable Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof Line.StoppedException) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNo(Exception e) {
    return e instanceof AwsServiceException s
        && (s.statusCode() > 400 && s.statusCode() < 500 || s.statusCode() == NOT_DONE_HERE)
        && s.statusCode() != 408
        && s.statusCode() != 429;
  }

  /** A word on what was asked for; that it was asked too fast is none. */
  private static boolean isAnswer(Exception e) {
    return e instanceof AwsServiceException s && s.statusCode() != 429 && s.statusCode() != 503;
  }

  /** This machine's clock is off: what is signed by it is too old or too new for the store. */
  private static boolean isClock(Exception e) {
    return e instanceof AwsServiceException s && s.isClockSkewException();
  }

  /** A certificate that nobody vouches for; a line that spoils bytes breaks TLS in other ways. */
  private static boolean isUntrusted(Throwable e) {
    for (@Nullable Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof java.security.cert.CertificateException
          || t instanceof java.security.cert.CertPathValidatorException
          || t instanceof javax.net.ssl.SSLPeerUnverifiedException) {
        return true;
      }
    }
    return false;
  }

  /** A proxy says so in its own answer, or, on the way to HTTPS, in words of the JDK's. */
  private static boolean isProxy(Exception e) {
    if (e instanceof AwsServiceException s && s.statusCode() == PROXY_ASKS) {
      return true;
    }
    for (@Nullable Throwable t = e; t != null; t = t.getCause()) {
      String words = t instanceof IOException ? String.valueOf(t.getMessage()) : "";
      if (words.contains("tunnel") && words.contains(" " + PROXY_ASKS)) {
        return true;
      }
    }
    return false;
  }

  private static CarrierFault sorted(Exception e) {
    if (isUntrusted(e)) {
      return new CarrierFault(CarrierFault.Why.UNTRUSTED, e);
    }
    if (isProxy(e)) {
      return new CarrierFault(CarrierFault.Why.PROXY, e);
    }
    if (e instanceof AwsServiceException s) {
      return new CarrierFault(
          switch (s.statusCode()) {
            case 401, 403 -> CarrierFault.Why.DENIED;
            case 507 -> CarrierFault.Why.FULL;
            case 500, 502, 503, 504, 408, 429 -> CarrierFault.Why.AWAY;
            default -> CarrierFault.Why.REFUSED;
          },
          e);
    }
    return new CarrierFault(CarrierFault.Why.AWAY, e);
  }
}
