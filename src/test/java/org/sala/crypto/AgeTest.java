package org.sala.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is no age file, or only the beginning of one, is told as that and as nothing else. */
class AgeTest {
  private final AgeIdentity identity = AgeIdentity.generate();

  private byte[] sealed() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream to = Age.encrypt(List.of(identity.recipient()), file)) {
      to.write(new byte[100]);
    }
    return file.toByteArray();
  }

  @Test
  void aFileThatEndsAnywhereIsRefused() throws Exception {
    byte[] whole = sealed();
    for (int length = 0; length < whole.length; length++) {
      assertThat(reads(Arrays.copyOf(whole, length))).as("%d bytes", length).isFalse();
    }
    assertThat(reads(whole)).isTrue();
  }

  @Test
  void aFileInWhichOneByteIsAnotherIsRefused() throws Exception {
    byte[] whole = sealed();
    for (int at = 0; at < whole.length; at++) {
      for (int other : new int[] {0, '\n', ' ', '-', '>', 'A', 0xff}) {
        byte[] altered = whole.clone();
        altered[at] = (byte) other;
        if (altered[at] != whole[at]) {
          assertThat(reads(altered)).as("%d at %d", other, at).isFalse();
        }
      }
    }
  }

  private boolean reads(byte[] file) {
    try (InputStream in = Age.decrypt(List.of(identity), new ByteArrayInputStream(file))) {
      return in.readAllBytes().length == 100;
    } catch (IOException | NotAuthenticException e) {
      return false;
    }
  }
}
