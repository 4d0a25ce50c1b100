package org.sala.casework.screening;

import java.util.Map;
import org.sala.domain.Value;

/**
 * What is needed to ask a child for an account, and whoever may be one: it agrees itself, somebody
 * is there for it, and the officer is trained for it.
 *
 * @param guardian guardian or social worker, who is present
 */
public record Child(String guardian) {
  public Child {
    if (guardian.isBlank()) {
      throw new IllegalArgumentException("a child is not interviewed alone");
    }
  }

  void into(Map<String, Value> fields) {
    fields.put("guardian", Value.text(guardian.strip()));
    fields.put("agreement", Value.text("yes"));
    fields.put("trained", Value.flag(true));
  }

  @Override
  public String toString() {
    return "Child";
  }
}
