package org.sala.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.domain.ChangeId;
import org.sala.domain.Compartment;
import org.sala.domain.Fingerprint;
import org.sala.domain.IncarnationId;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;
import org.sala.domain.ListQuery;
import org.sala.domain.RecordId;
import org.sala.domain.RevisionId;
import org.sala.domain.ScopeId;
import org.sala.domain.StationId;
import org.sala.domain.Value;
import org.sala.journal.Committed;
import org.sala.journal.Sample;
import org.sala.journal.SegmentJournal;

/**
 * Everything that can be asked of a view is asked of one in each database, over the same changes:
 * both hold the same rows, and every question has the same answer. A question that is added is
 * asked here without being named, and moves no other: each has its own chances, of the seed and its
 * name.
 */
class SameAnswersTest {
  /** All of one run is of this one number; {@code -Dsala.answers=N} asks with other chances. */
  private static final long SEED = Long.getLong("sala.answers", 5);

  private static final int ASKED = 12;

  /** How long one is asked that had no answer yet. */
  private static final int LONGEST = 240;

  /** What names many records is asked in parts and has no order; so has what is counted. */
  private static boolean isOrdered(Method question) {
    return !question.getName().equals("alike")
        && Arrays.stream(question.getParameterTypes())
            .noneMatch(Collection.class::isAssignableFrom);
  }

  @TempDir Path folder;

  private Map<Class<?>, List<?>> known(ViewDatabase file) {
    try (Sql sql = file.sql()) {
      Map<Class<?>, List<?>> known = new LinkedHashMap<>();
      known.put(
          RecordId.class,
          ids(
                  sql,
                  "select id from record where kind in ('person', 'inside', 'case', 'stay', 'pair',"
                      + " 'filled', 'screening', 'referral', 'exhibit', 'question', 'finding')"
                      + " order by created_seq, id")
              .stream()
              .map(RecordId::new)
              .toList());
      known.put(
          ChangeId.class,
          ids(sql, "select id from change_log order by seq").stream().map(ChangeId::new).toList());
      known.put(
          ScopeId.class,
          ids(sql, "select scope from record order by created_seq, id").stream()
              .map(ScopeId::new)
              .toList());
      known.put(
          RevisionId.class,
          sql.list(
              "select id from revision order by seq, place", r -> new RevisionId(r.getString(1))));
      known.put(
          Fingerprint.class,
          sql.list("select distinct author from change_log", r -> new Fingerprint(r.getString(1))));
      known.put(StationId.class, AllKinds.STATIONS);
      known.put(
          IncarnationId.class, List.of(IncarnationId.of("0b8c6c0e-65a6-4b43-9f3b-0d3f5a1e2c22")));
      known.put(Compartment.class, List.of(Compartment.values()));
      known.put(Value.class, List.of(Value.text("open"), Value.flag(true)));
      List<String> words = new ArrayList<>(Kinds.all().stream().map(Kind::key).toList());
      words.addAll(
          List.of(
              "",
              "ex",
              "exa ex",
              "e 0001",
              "\ud840\udc0b",
              "E-",
              "E",
              "open",
              "yes",
              "no",
              "sent",
              "person",
              "case",
              "RECEIVED",
              "SEALED",
              "WAITING",
              AllKinds.STATIONS.getFirst() + " x",
              "ab".repeat(32)));
      known.put(String.class, words);
      known.put(boolean.class, List.of(true, false));
      known.put(int.class, List.of(1, 3, 50, 1000));
      known.put(long.class, List.of(0L, 7L, 100L, 1_795_500_000_000L, Long.MAX_VALUE / 2));
      List<ListQuery> queries = new ArrayList<>();
      for (String typed : List.of("", "ex", "e", "exa two", "\ud840\udc0b", "例")) {
        for (String sort :
            List.of(
                "number", "title", "changed", "name", "wristband", "arrived", "taken", "status")) {
          queries.add(new ListQuery(typed, sort, queries.size() % 2 == 0, queries.size() % 3, 5));
        }
      }
      known.put(ListQuery.class, queries);
      return known;
    }
  }

  private static List<UUID> ids(Sql sql, String query) {
    return sql.list(query, r -> r.getObject(1, UUID.class));
  }

  private static Random chances(Method door, Method question) {
    String name = door.getName() + "." + question.toGenericString();
    return new Random(31 * SEED + name.hashCode());
  }

  private static Object argument(Type type, Map<Class<?>, List<?>> known, Random random) {
    if (type instanceof ParameterizedType p) {
      Type of = p.getActualTypeArguments()[0];
      if (p.getRawType() == Optional.class) {
        return random.nextBoolean() ? Optional.empty() : Optional.of(argument(of, known, random));
      }
      List<Object> some = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        some.add(argument(of, known, random));
      }
      return p.getRawType() == Set.class ? new HashSet<>(some) : some;
    }
    if (type instanceof Class<?> c && c.isRecord() && !known.containsKey(c)) {
      Object[] parts =
          Arrays.stream(c.getRecordComponents())
              .map(part -> argument(part.getGenericType(), known, random))
              .toArray();
      try {
        return c.getDeclaredConstructors()[0].newInstance(parts);
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
    if (type instanceof Class<?> c && c.isEnum() && !known.containsKey(c)) {
      return c.getEnumConstants()[random.nextInt(c.getEnumConstants().length)];
    }
    List<?> some = known.get(type);
    assertThat(some).as("something of %s to ask with", type).isNotEmpty();
    return some.get(random.nextInt(some.size()));
  }

  private static Object ask(View view, Method door, Method question, Object[] with)
      throws Exception {
    try {
      return question.invoke(door.invoke(view), with);
    } catch (InvocationTargetException e) {
      throw new AssertionError(door.getName() + "." + question.getName(), e.getCause());
    }
  }

  private static boolean tells(Object answer) {
    return switch (answer) {
      case Collection<?> c -> !c.isEmpty();
      case Map<?, ?> m -> !m.isEmpty();
      case Optional<?> o -> o.isPresent();
      case Number n -> n.longValue() != 0;
      case org.sala.domain.ListPage<?> p -> !p.rows().isEmpty();
      default -> true;
    };
  }

  @Test
  void bothDatabasesHoldTheSameAndAnswerTheSame() throws Exception {
    TestServer.server();
    List<Committed> all = new ArrayList<>();
    try (SegmentJournal journal = new Sample(1).open(Files.createDirectories(folder.resolve("j")));
        View one =
            Views.view(Databases.H2.ready(Files.createDirectories(folder.resolve("h2"))), journal);
        View other = Views.view(Databases.POSTGRESQL.ready(folder.resolve("server")), journal)) {
      all.addAll(journal.append(new AllKinds(12).changes(420)));
      for (int from = 0; from < all.size(); from += 60) {
        one.catchUp(all.subList(from, from + 60));
        other.catchUp(all.subList(from, from + 60));
      }
      Map<String, List<String>> rows = Views.everything(one.database());
      Map<String, List<String>> theirs = Views.everything(other.database());
      rows.keySet().forEach(t -> assertThat(theirs.get(t)).as(t).isEqualTo(rows.get(t)));
      assertThat(rows.entrySet().stream().filter(e -> e.getValue().isEmpty())).isEmpty();
      Map<Class<?>, List<?>> known = known(one.database());
      Set<String> untold = new TreeSet<>();
      List<String> different = new ArrayList<>();
      int questions = 0;
      for (Method door : doors()) {
        for (Method question : questions(door.getReturnType())) {
          boolean told = false;
          Random random = chances(door, question);
          int times = question.getParameterCount() == 0 ? 1 : ASKED;
          for (int i = 0; i < times || !told && i < LONGEST; i++) {
            Object[] with =
                Arrays.stream(question.getGenericParameterTypes())
                    .map(t -> argument(t, known, random))
                    .toArray();
            Object here = ask(one, door, question, with);
            Object there = ask(other, door, question, with);
            boolean same =
                !isOrdered(question)
                        && here instanceof List<?> some
                        && there instanceof List<?> others
                    ? some.size() == others.size()
                        && new HashSet<>(some).equals(new HashSet<>(others))
                    : here.equals(there);
            if (!same) {
              different.add(door.getName() + "." + question.getName() + Arrays.toString(with));
            }
            told |= tells(here);
            questions++;
          }
          if (!told) {
            untold.add(door.getName() + "." + question.getName());
          }
        }
      }
      assertThat(different).as("questions with two answers, seed %d", SEED).isEmpty();
      assertThat(questions).isGreaterThan(500);
      assertThat(untold)
          .as("questions that never had an answer, seed %d", SEED)
          .hasSizeLessThan(24);
    }
  }

  private static List<Method> doors() {
    return Arrays.stream(View.class.getMethods())
        .filter(m -> m.getParameterCount() == 0)
        .filter(m -> m.getReturnType().getPackage() == View.class.getPackage())
        .filter(m -> !m.getReturnType().equals(View.class))
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  private static List<Method> questions(Class<?> of) {
    return Arrays.stream(of.getDeclaredMethods())
        .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isSynthetic())
        .sorted(Comparator.comparing(Method::toGenericString))
        .toList();
  }
}
