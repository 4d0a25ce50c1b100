package org.sala.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sala.domain.Value;

/**
 * Why a call came to nothing.
 *
 * @param fault a stable code, for scripts
 * @param message what to do next, for people
 * @param exit the exit code
 * @param logged the digits under which it was written down, where nobody expected it
 * @param where says so to people; empty where nothing was written down
 */
record Failure(String fault, String message, int exit, Optional<String> logged, String where) {

  static Failure of(NotEntered e) {
    return new Failure(e.fault(), String.valueOf(e.getMessage()), e.exit(), Optional.empty(), "");
  }

  /** Says the failure to people, and returns the exit code. */
  int say(PrintWriter err) {
    err.println(message);
    if (!where.isEmpty()) {
      err.println(where);
    }
    err.flush();
    return exit;
  }

  /** Says it to a script, which reads nothing but objects. */
  void answer(PrintWriter out) {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("fault", Value.text(fault));
    parts.put("message", Value.text(message));
    parts.put("exit", Value.whole(exit));
    logged.ifPresent(digits -> parts.put("logged", Value.text(digits)));
    out.println(JsonLine.of(parts));
    out.flush();
  }
}
