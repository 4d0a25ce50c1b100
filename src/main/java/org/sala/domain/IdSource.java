package org.sala.domain;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Mints ids offline; clock and randomness are handed in. Thread-safe if the generator is. */
public final class IdSource {
  private final Clock clock;
  private final RandomGenerator random;
  private final Optional<StationId> maker;

  /** Makes a source for ids that are no station's own. */
  public IdSource(Clock clock, RandomGenerator random) {
    this(clock, random, Optional.empty());
  }

  /** Makes a source for all that a station makes. */
  public IdSource(Clock clock, RandomGenerator random, StationId maker) {
    this(clock, random, Optional.of(maker));
  }

  private IdSource(Clock clock, RandomGenerator random, Optional<StationId> maker) {
    this.clock = clock;
    this.random = random;
    this.maker = maker;
  }

  /**
   * A UUIDv7 (RFC 9562, section 5.7): 48 bits of milliseconds, then chance, and in the last 24 bits
   * who made it ({@link Maker}).
   */
  public RecordId record() {
    UUID id = version7();
    return new RecordId(maker.map(m -> Maker.of(m, id)).orElse(id));
  }

  /** A new change's id, a UUIDv7 whose last 40 bits tell who made it. */
  public ChangeId change() {
    UUID id = version7();
    return new ChangeId(maker.map(m -> Maker.ofChange(m, id)).orElse(id));
  }

  /** A new scope's id: wholly random, so that it does not even tell when it was made. */
  public ScopeId scope() {
    return new ScopeId(version4());
  }

  public StationId station() {
    return new StationId(version4());
  }

  public IncarnationId incarnation() {
    return new IncarnationId(version4());
  }

  /**
   * The 16 bytes that make two equal revisions differ: chance, and in the last 6 who wrote it
   * ({@link Maker}).
   *
   * @param author the key that will sign the change
   */
  public byte[] nonce(Fingerprint author) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return maker.map(m -> Maker.nonceOf(m, author, bytes)).orElse(bytes);
  }

  private UUID version7() {
    long high = clock.millis() << 16 | 0x7000L | random.nextLong() & 0x0fffL;
    return new UUID(high, random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L);
  }

  private UUID version4() {
    long high = random.nextLong() & ~0xf000L | 0x4000L;
    return new UUID(high, random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L);
  }
}
