package org.sala.casework.station;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.sala.crypto.KdfParameters;
import org.sala.crypto.KdfPolicy;
import org.sala.crypto.PassphraseKdf;
import org.sala.domain.Moment;
import org.sala.vault.Unwritten;

/**
 * What is handed in from outside: time, randomness, and how costly a passphrase is to guess.
 *
 * @param newWorkspaces how costly a guess is in a workspace that is made now
 * @param reserve bytes that a workspace keeps taken for when the disk is full; 0 for none
 * @param faults where what nobody expected is written down
 * @param unwritten what was typed and no disk has taken yet
 */
public record Tools(
    Clock clock,
    SecureRandom random,
    KdfPolicy policy,
    Supplier<KdfParameters> newWorkspaces,
    long reserve,
    FaultLog faults,
    Unwritten unwritten) {
  /** Enough for some hours of typing. */
  private static final long RESERVE = 16L << 20;

  /** How long somebody waits at most for a derivation, unless the machine is very slow. */
  private static final Duration UNLOCKING = Duration.ofSeconds(2);

  public Tools(
      Clock clock,
      SecureRandom random,
      KdfPolicy policy,
      KdfParameters newWorkspaces,
      long reserve) {
    this(clock, random, policy, () -> newWorkspaces, reserve, new FaultLog(clock), new Unwritten());
  }

  /** Makes tools without a reserve. */
  public Tools(Clock clock, SecureRandom random, KdfPolicy policy, KdfParameters newWorkspaces) {
    this(clock, random, policy, newWorkspaces, 0);
  }

  /** Now, to the millisecond, in the zone of this laptop. */
  public Moment now() {
    return new Moment(Instant.now(clock), clock.getZone());
  }

  /** What this machine derives while somebody waits for the door to open. */
  private static KdfParameters calibrated() {
    return new PassphraseKdf(KdfPolicy.SHIPPED)
        .calibrate(UNLOCKING, System::nanoTime, Runtime.getRuntime().maxMemory());
  }

  /** What an installed Sala works with. */
  public static Tools shipped(Clock clock, SecureRandom random) {
    return new Tools(
        clock,
        random,
        KdfPolicy.SHIPPED,
        Tools::calibrated,
        RESERVE,
        new FaultLog(clock),
        new Unwritten());
  }
}
