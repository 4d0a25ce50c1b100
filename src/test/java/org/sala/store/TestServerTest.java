package org.sala.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Where no server can be started a newcomer's build goes on, and one that judges ends. */
class TestServerTest {
  @Test
  void withoutAServerTestsAreSkippedHereAndFailWhereTheProjectIsJudged() {
    assertThatThrownBy(() -> TestServer.without("none", false))
        .isInstanceOf(TestAbortedException.class);
    assertThatThrownBy(() -> TestServer.without("none", true)).isInstanceOf(AssertionError.class);
  }
}
