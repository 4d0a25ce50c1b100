package org.sala.practice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.sala.form.BuiltIn;

/** The scripts that come with Sala. */
public final class Scripts {
  private static final List<String> FILES = List.of("sommut", "napha", "wela");

  private Scripts() {}

  private static final class Read {
    private static final List<Script> ALL = FILES.stream().map(Scripts::resource).toList();
  }

  /** Returns all scripts, in the order in which they are practised. */
  public static List<Script> all() {
    return Read.ALL;
  }

  /** The script of that id. */
  public static Optional<Script> find(String id) {
    return all().stream().filter(s -> s.id().equals(id)).findFirst();
  }

  private static Script resource(String name) {
    try (InputStream in = Scripts.class.getResourceAsStream(name + ".txt")) {
      if (in == null) {
        throw new ScriptFault(List.of("no script " + name));
      }
      return ScriptReader.read(in.readAllBytes(), BuiltIn::newest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
