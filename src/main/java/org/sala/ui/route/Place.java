package org.sala.ui.route;

import org.sala.domain.RecordId;

/** Where one can be in the program; back and forward replay places. */
public sealed interface Place {
  record Today() implements Place {}

  record PeopleHere() implements Place {}

  record OnePerson(RecordId id) implements Place {}

  record Intake() implements Place {}

  record Triage(RecordId person) implements Place {}

  record Cases() implements Place {}

  record OneCase(RecordId id, String tab) implements Place {}

  record Packages() implements Place {}

  record Settings() implements Place {}
}
