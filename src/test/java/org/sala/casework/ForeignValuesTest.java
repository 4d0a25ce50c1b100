package org.sala.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.station.Saved;
import org.sala.domain.ListPage;
import org.sala.domain.ListQuery;
import org.sala.domain.RecordId;

/**
 * A trusted laptop may write anything into any field of any record. Whatever is asked of a desk
 * that has such records is answered, or refused in words that an officer is told.
 */
class ForeignValuesTest {
  /** What changes something, and is not asked here. */
  private static final Set<String> DEEDS =
      Set.of("close", "end", "shared", "take", "next", "stop", "trusted", "showRest");

  @TempDir Path folder;

  private final List<RecordId> records = new ArrayList<>();

  private static boolean asks(Method m) {
    Class<?> answer = m.getReturnType();
    boolean tells =
        Collection.class.isAssignableFrom(answer)
            || answer == Optional.class
            || answer == Map.class
            || answer == ListPage.class
            || answer == int.class
            || answer == long.class
            || answer == boolean.class
            || answer == String.class
            || answer.isRecord();
    return tells
        && Modifier.isPublic(m.getModifiers())
        && !Modifier.isStatic(m.getModifiers())
        && m.getDeclaringClass() != Object.class
        && !DEEDS.contains(m.getName())
        && answer != Saved.class
        && Arrays.stream(m.getParameterTypes())
            .allMatch(t -> t == RecordId.class || t == int.class || t == ListQuery.class);
  }

  private List<Object[]> arguments(Method m) {
    List<RecordId> ids =
        Arrays.asList(m.getParameterTypes()).contains(RecordId.class)
            ? records
            : List.of(records.getFirst());
    return ids.stream()
        .map(
            id ->
                Arrays.stream(m.getParameterTypes())
                    .map(
                        t ->
                            switch (t.getSimpleName()) {
                              case "RecordId" -> id;
                              case "int" -> (Object) 200;
                              case "ListQuery" -> new ListQuery("", "changed", true, 0, 500);
                              default -> throw new AssertionError(t);
                            })
                    .toArray())
        .toList();
  }

  @Test
  void whateverStandsInAFieldEveryQuestionHasAnAnswer() throws Exception {
    Map<String, String> broken = new TreeMap<>();
    int asked = 0;
    try (Desk desk = Desks.headquarters(folder.resolve("hq"))) {
      RecordId person =
          desk.people()
              .register(List.of(new People.NewPerson("A-001", "", "Zaw Example", "", "24", "my")))
              .getFirst();
      RecordId in = desk.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
      records.add(person);
      records.add(in);
      records.addAll(Odd.records(desk, person, in).keySet());
      for (Method door : Desk.class.getMethods()) {
        if (door.getParameterCount() > 0
            || !door.getReturnType().getName().startsWith("org.sala.casework.")
            || door.getReturnType().isRecord()) {
          continue;
        }
        door.setAccessible(true);
        Object room = door.invoke(desk);
        for (Method m : room.getClass().getMethods()) {
          if (!asks(m)) {
            continue;
          }
          m.setAccessible(true);
          for (Object[] with : arguments(m)) {
            asked++;
            try {
              m.invoke(room, with);
            } catch (InvocationTargetException e) {
              if (!(e.getCause() instanceof CaseworkFault)) {
                StackTraceElement at =
                    Arrays.stream(e.getCause().getStackTrace())
                        .filter(s -> s.getClassName().startsWith("org.sala.casework"))
                        .findFirst()
                        .orElseThrow();
                broken.putIfAbsent(
                    e.getCause().getClass().getSimpleName() + " at " + at,
                    door.getName() + "." + m.getName());
              }
            }
          }
        }
      }
    }
    Workplace place = new Workplace(folder.resolve("hq"), Desks.CHEAP);
    Workplace.Entry entry = place.anew().unlock("zero", "phrase of zero".toCharArray());
    try (Desk again = ((Workplace.Entry.Entered) entry).desk()) {
      assertThat(again.people().find(records.getFirst())).isPresent();
    }
    assertThat(broken).as("questions that broke").isEmpty();
    assertThat(asked).isGreaterThan(5_000);
  }
}
