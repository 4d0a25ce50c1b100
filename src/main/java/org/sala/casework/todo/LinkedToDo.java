package org.sala.casework.todo;

import java.util.List;
import java.util.Optional;
import org.sala.casework.joining.TooManyLinks;
import org.sala.casework.people.People;

/** Records that too many links hold to be one person's: somebody has to part them. */
public final class LinkedToDo {
  private final TooManyLinks links;
  private final People people;

  public LinkedToDo(TooManyLinks links, People people) {
    this.links = links;
    this.people = people;
  }

  List<ToDo> all() {
    return links.all().stream()
        .map(
            t ->
                new ToDo(
                    ToDo.What.LINKED,
                    people.find(t.person()),
                    Optional.empty(),
                    ToDo.Whose.NOBODY,
                    "",
                    t.sinceMillis(),
                    List.of(),
                    new ToDo.About.Several(t.records())))
        .toList();
  }
}
