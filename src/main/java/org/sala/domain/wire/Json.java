package org.sala.domain.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sala.domain.DomainFault;
import org.sala.domain.Value;

/**
 * JSON as Sala writes and reads it: no duplicate names, depth 64, strings up to 24 MiB characters,
 * no spaces.
 */
public final class Json {
  /** The longest text, in characters: the largest revision as base64 fits. */
  static final int LONGEST_TEXT = 24 << 20;

  /**
   * Names, values and brackets in what comes from outside at most: one of three bytes takes more
   * than a hundred in memory. It is ten times as much as a change of ten thousand revisions has.
   */
  static final long MOST_TOKENS = 500_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          // Names from outside are not kept: they may all be different, and a table of them grows.
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(StreamWriteFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(64)
                  .maxStringLength(LONGEST_TEXT)
                  .maxNameLength(1024)
                  .maxNumberLength(60)
                  .build())
          .build();

  private static final JsonFactory OUTSIDE =
      FACTORY
          .rebuild()
          .streamReadConstraints(
              FACTORY.streamReadConstraints().rebuild().maxTokenCount(MOST_TOKENS).build())
          .build();

  private Json() {}

  /** Writes one value; the bytes of equal values with equal order of parts are equal. */
  public static byte[] write(Value value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    try (JsonGenerator to = FACTORY.createGenerator(out)) {
      write(to, value);
    } catch (IOException e) {
      throw new DomainFault(DomainFault.Code.BAD_VALUE, "cannot be written as JSON");
    }
    return out.toByteArray();
  }

  /** Reads exactly one value; refuses anything before, between or after. */
  public static Value read(byte[] bytes) {
    return read(FACTORY, bytes);
  }

  private static Value read(JsonFactory factory, byte[] bytes) {
    try (JsonParser from = factory.createParser(bytes)) {
      JsonToken first = from.nextToken();
      if (first == null) {
        throw new DomainFault(DomainFault.Code.BAD_VALUE, "empty");
      }
      Value value = read(from, first);
      if (from.nextToken() != null) {
        throw new DomainFault(DomainFault.Code.BAD_VALUE, "more than one value");
      }
      return value;
    } catch (IOException | NumberFormatException e) {
      // An exponent beyond all bounds is told by the second.
      throw new DomainFault(DomainFault.Code.BAD_VALUE, "not the JSON that Sala reads");
    }
  }

  /**
   * Reads exactly one value from text; most values are plain words, and need no reader to be made
   * for them.
   */
  public static Value read(String json) {
    int end = json.length() - 1;
    if (end < 1 || json.charAt(0) != '"' || json.charAt(end) != '"') {
      return read(json.getBytes(StandardCharsets.UTF_8));
    }
    for (int i = 1; i < end; i++) {
      char c = json.charAt(i);
      if (c == '"' || c == '\\' || c < ' ' || Character.isSurrogate(c)) {
        return read(json.getBytes(StandardCharsets.UTF_8));
      }
    }
    return Value.text(json.substring(1, end));
  }

  /** Reads one object. */
  public static Value.Parts readParts(byte[] bytes) {
    if (read(bytes) instanceof Value.Parts parts) {
      return parts;
    }
    throw new DomainFault(DomainFault.Code.BAD_VALUE, "not a JSON object");
  }

  /** Reads one object that may come from anybody: no more than half a million tokens. */
  public static Value.Parts readPartsFromOutside(byte[] bytes) {
    if (read(OUTSIDE, bytes) instanceof Value.Parts parts) {
      return parts;
    }
    throw new DomainFault(DomainFault.Code.BAD_VALUE, "not a JSON object");
  }

  private static void write(JsonGenerator to, Value value) throws IOException {
    switch (value) {
      case Value.Nothing n -> to.writeNull();
      case Value.Text t -> to.writeString(t.text());
      case Value.Whole w -> to.writeNumber(w.number());
      case Value.Decimal d -> to.writeNumber(d.number());
      case Value.Flag f -> to.writeBoolean(f.yes());
      case Value.Listing l -> {
        to.writeStartArray();
        for (Value item : l.items()) {
          write(to, item);
        }
        to.writeEndArray();
      }
      case Value.Parts p -> {
        to.writeStartObject();
        for (Map.Entry<String, Value> part : p.parts().entrySet()) {
          to.writeFieldName(part.getKey());
          write(to, part.getValue());
        }
        to.writeEndObject();
      }
    }
  }

  private static Value read(JsonParser from, JsonToken token) throws IOException {
    return switch (token) {
      case VALUE_NULL -> Value.Nothing.HERE;
      case VALUE_STRING -> Value.text(wellFormed(from.getText()));
      case VALUE_TRUE -> Value.flag(true);
      case VALUE_FALSE -> Value.flag(false);
      case VALUE_NUMBER_INT -> whole(from);
      case VALUE_NUMBER_FLOAT -> new Value.Decimal(from.getDecimalValue());
      case START_ARRAY -> {
        List<Value> items = new ArrayList<>();
        for (JsonToken t = next(from); t != JsonToken.END_ARRAY; t = next(from)) {
          items.add(read(from, t));
        }
        yield new Value.Listing(items);
      }
      case START_OBJECT -> {
        Map<String, Value> parts = new LinkedHashMap<>();
        for (JsonToken t = next(from); t != JsonToken.END_OBJECT; t = next(from)) {
          String name = wellFormed(from.currentName()).replace('\0', '\ufffd');
          parts.put(name, read(from, next(from)));
        }
        yield new Value.Parts(parts);
      }
      default -> throw new DomainFault(DomainFault.Code.BAD_VALUE, "unexpected token");
    };
  }

  /** Text without half characters: an escape can write one, and nothing writes it again. */
  private static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return text.codePoints()
            .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
      }
    }
    return text;
  }

  private static Value whole(JsonParser from) throws IOException {
    return from.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? new Value.Decimal(from.getDecimalValue())
        : Value.whole(from.getLongValue());
  }

  private static JsonToken next(JsonParser from) throws IOException {
    JsonToken token = from.nextToken();
    if (token == null) {
      throw new DomainFault(DomainFault.Code.BAD_VALUE, "ends too early");
    }
    return token;
  }
}
