package org.sala.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.sala.domain.Compartment;
import org.sala.domain.IncarnationId;
import org.sala.domain.ScopeId;
import org.sala.domain.StationId;

/** The keys of a segment: forgotten when there are many, wiped when it is closed. */
class SegmentKeysTest {
  private static final byte[] AAD = {1};

  private final Sample sample = new Sample(7);
  private final SegmentKeys keys =
      new SegmentKeys(
          new SegmentHeader(
              StationId.of("6d1f0a52-9b1e-4c8e-8f6e-2d3b9f0a1c11"),
              IncarnationId.of("0b8c6c0e-65a6-4b43-9f3b-0d3f5a1e2c22"),
              1,
              1,
              new byte[32],
              new byte[32]),
          sample.workspace,
          new Sample.Keyring());

  private static ScopeKeyring.Wanted scope(int number) {
    return new ScopeKeyring.Wanted(new ScopeId(new UUID(0, number)), Compartment.INVESTIGATION);
  }

  @Test
  void aSegmentThatIsClosedSealsAndOpensNothing() throws Exception {
    byte[] nonce = SegmentKeys.nonce(1);
    byte[] own = keys.seal(nonce, AAD, new byte[] {5});
    byte[] scoped = keys.seal(scope(1), nonce, AAD, new byte[] {6}).orElseThrow();
    assertThat(keys.open(nonce, AAD, own)).containsExactly(5);
    assertThat(keys.open(scope(1), nonce, AAD, scoped).orElseThrow()).containsExactly(6);
    keys.close();
    assertClosed(() -> keys.open(nonce, AAD, own));
    assertClosed(() -> keys.open(scope(1), nonce, AAD, scoped));
    assertClosed(() -> keys.seal(nonce, AAD, new byte[] {5}));
    assertClosed(() -> keys.seal(scope(2), nonce, AAD, new byte[] {6}));
  }

  private static void assertClosed(Callable<?> work) {
    assertThatThrownBy(work::call)
        .isInstanceOfSatisfying(
            JournalFault.class, e -> assertThat(e.code()).isEqualTo(JournalFault.Code.CLOSED));
  }

  /** More scopes than are remembered, by several at a time. */
  @Test
  void noKeyIsWipedBeneathWhoWorksWithIt() throws Exception {
    List<Callable<Integer>> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Random random = new Random(i);
      all.add(
          () -> {
            int right = 0;
            for (int n = 0; n < 3_000; n++) {
              ScopeKeyring.Wanted scope = scope(random.nextInt(600));
              byte[] nonce = SegmentKeys.nonce(n);
              byte[] sealed = keys.seal(scope, nonce, AAD, new byte[2_000]).orElseThrow();
              right += keys.open(scope, nonce, AAD, sealed).orElseThrow().length == 2_000 ? 1 : 0;
            }
            return right;
          });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Integer> one : threads.invokeAll(all)) {
        assertThat(one.get()).isEqualTo(3_000);
      }
    }
  }
}
