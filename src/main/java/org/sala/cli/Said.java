package org.sala.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sala.domain.Value;

/** What a command has to say: lines for people, or one JSON object for scripts. */
final class Said {
  private final boolean json;
  private final PrintWriter out;
  private final Map<String, Value> parts = new LinkedHashMap<>();

  Said(boolean json, PrintWriter out) {
    this.json = json;
    this.out = out;
  }

  /** A line that only people read. */
  Said line(String words) {
    if (!json) {
      out.println(words);
    }
    return this;
  }

  Said with(String key, String text) {
    parts.put(key, Value.text(text));
    return this;
  }

  Said with(String key, long number) {
    parts.put(key, Value.whole(number));
    return this;
  }

  Said with(String key, boolean yes) {
    parts.put(key, Value.flag(yes));
    return this;
  }

  Said with(String key, List<String> texts) {
    parts.put(key, Value.texts(texts));
    return this;
  }

  Said with(Map<String, Value> more) {
    parts.putAll(more);
    return this;
  }

  /** Prints the object, where one was asked for. */
  void end() {
    if (json) {
      out.println(JsonLine.of(parts));
    }
    out.flush();
  }
}
