package org.sala.casework.packages.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;

/** An envelope that was sealed once is opened with the recipient's key, and says what it said. */
class EnvelopeVectorTest {
  @Test
  void theEnvelopeIsAsItIsWrittenDown() throws Exception {
    String content = EnvelopeVector.opened();
    assertThat(content.substring(content.lastIndexOf('}') + 1)).matches("\n+");
    assertThat(EnvelopeVector.shape(content))
        .containsExactly(
            "8192",
            "format",
            "station",
            "screening",
            "person",
            "catalogue",
            "digest",
            "officer",
            "closed",
            "answers",
            "indicator",
            "about",
            "question",
            "code",
            "words",
            "came",
            "asked");
    Value.Parts parts = Json.readParts(content.strip().getBytes(StandardCharsets.UTF_8));
    assertThat(parts.whole("format")).contains(1L);
    assertThat(parts.text("person")).contains("A-001");
    assertThat(content)
        .contains(EnvelopeVector.says().getProperty("envelopeScreening"))
        .contains("\"indicator\":\"S5.11\"", "\"code\":\"yes\"", "an invented official");
  }
}
