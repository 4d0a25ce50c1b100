package org.sala.casework.packages.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.sala.crypto.Age;
import org.sala.crypto.AgeIdentity;
import org.sala.domain.Value;
import org.sala.domain.wire.Json;

/** The envelope among the vectors ({@code docs/formats/envelope.md}). */
final class EnvelopeVector {
  private static final Path VECTORS = Path.of("src/test/resources/formats");

  private EnvelopeVector() {}

  static Properties says() throws IOException {
    Properties says = new Properties();
    says.load(new StringReader(Files.readString(VECTORS.resolve("vectors.properties"))));
    return says;
  }

  /** What is inside, with what it is filled up with. */
  static String opened() throws Exception {
    AgeIdentity key = AgeIdentity.of(says().getProperty("envelopeKey"));
    try (InputStream in =
        Age.decrypt(List.of(key), Files.newInputStream(VECTORS.resolve("envelope.age")))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The length, and the names of all parts in their order, of an envelope with one answer. */
  static List<String> shape(String content) {
    List<String> shape = new ArrayList<>();
    shape.add(Integer.toString(content.getBytes(StandardCharsets.UTF_8).length));
    Value.Parts parts = Json.readParts(content.strip().getBytes(StandardCharsets.UTF_8));
    shape.addAll(parts.parts().keySet());
    if (parts.parts().get("answers") instanceof Value.Listing answers) {
      for (Value answer : answers.items()) {
        if (answer instanceof Value.Parts one) {
          shape.addAll(one.parts().keySet());
        }
      }
    }
    return shape;
  }
}
