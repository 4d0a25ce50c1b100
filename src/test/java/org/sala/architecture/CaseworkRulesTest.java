package org.sala.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sala.casework.station.Begun;
import org.sala.casework.station.BehindTheDesk;
import org.sala.store.Records;

/** How the packages of {@code casework} stand on each other, and what they keep from screens. */
class CaseworkRulesTest {
  private static final String ROOT = "org.sala.casework";

  /** Package to what it may use; whatever stands at the root (the desk) may use all. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("station", Set.of()),
          Map.entry("people", Set.of("station")),
          Map.entry("consent", Set.of("people", "station")),
          Map.entry("keys", Set.of("station")),
          Map.entry("history", Set.of("consent", "station")),
          Map.entry("exhibits", Set.of("consent", "people", "station")),
          Map.entry("screening", Set.of("consent", "exhibits", "people", "station")),
          Map.entry("forms", Set.of("exhibits", "people", "screening", "station")),
          Map.entry(
              "search", Set.of("forms", "packages.register", "people", "screening", "station")),
          Map.entry("practice", Set.of("people", "screening", "station")),
          Map.entry("house", Set.of("people", "screening", "station")),
          Map.entry(
              "protection",
              Set.of("consent", "exhibits", "house", "people", "screening", "station")),
          Map.entry("packages.files", Set.of("station")),
          Map.entry("packages.register", Set.of("packages.files", "station")),
          Map.entry(
              "packages.seal",
              Set.of(
                  "consent",
                  "keys",
                  "packages.files",
                  "packages.register",
                  "screening",
                  "station")),
          Map.entry(
              "packages.carry",
              Set.of(
                  "consent",
                  "keys",
                  "packages.files",
                  "packages.register",
                  "packages.seal",
                  "station")),
          Map.entry(
              "packages.receipt",
              Set.of("consent", "keys", "packages.register", "packages.seal", "station")),
          Map.entry(
              "packages.catalogue",
              Set.of(
                  "exhibits", "keys", "packages.receipt", "packages.seal", "screening", "station")),
          Map.entry(
              "packages.take",
              Set.of(
                  "exhibits",
                  "keys",
                  "packages.files",
                  "packages.receipt",
                  "packages.register",
                  "packages.seal",
                  "station")),
          Map.entry(
              "packages",
              Set.of(
                  "consent",
                  "keys",
                  "packages.carry",
                  "packages.files",
                  "packages.register",
                  "packages.seal",
                  "packages.take",
                  "station")),
          Map.entry("joining", Set.of("consent", "people", "station")),
          Map.entry("erasing", Set.of("house", "joining", "packages", "people", "station")),
          Map.entry("headquarters", Set.of("joining", "keys", "packages", "people", "station")),
          Map.entry("hall", Set.of("people", "station")),
          Map.entry(
              "todo",
              Set.of(
                  "consent",
                  "erasing",
                  "hall",
                  "headquarters",
                  "joining",
                  "packages",
                  "people",
                  "protection",
                  "screening",
                  "station")),
          Map.entry("sync", Set.of("hall", "packages", "station")),
          Map.entry(
              "partner",
              Set.of(
                  "consent",
                  "headquarters",
                  "keys",
                  "packages",
                  "people",
                  "protection",
                  "station")),
          Map.entry(
              "paper",
              Set.of(
                  "consent",
                  "forms",
                  "house",
                  "keys",
                  "packages",
                  "partner",
                  "people",
                  "protection",
                  "screening",
                  "station")));

  /**
   * What came first of a record may be what another hand has put on it. Whoever asks who began it
   * asks {@code Begun}.
   */
  @Test
  void whoBeganARecordIsNotReadFromWhatCameFirst() {
    Set<String> reading = new TreeSet<>();
    for (JavaClass c : Program.CLASSES) {
      if (!c.getPackageName().startsWith(ROOT) || c.isEquivalentTo(Begun.class)) {
        continue;
      }
      for (JavaCodeUnit unit : c.getCodeUnits()) {
        boolean revisions = calls(unit, Records.class, "revisions");
        if (revisions && calls(unit, List.class, "getFirst")) {
          reading.add(c.getSimpleName() + "." + unit.getName());
        }
      }
    }
    assertThat(reading).isEmpty();
  }

  private static boolean calls(JavaCodeUnit unit, Class<?> owner, String name) {
    return unit.getMethodCallsFromSelf().stream()
        .map(JavaMethodCall::getTarget)
        .anyMatch(t -> t.getName().equals(name) && t.getOwner().isEquivalentTo(owner));
  }

  @Test
  void everyPackageOfCaseworkUsesOnlyWhatTheTableAllows() {
    Map<String, Set<String>> broken = new TreeMap<>();
    Set<String> rooms = new TreeSet<>();
    for (JavaClass c : Program.CLASSES) {
      String from = room(c.getPackageName());
      if (from.isEmpty()) {
        continue;
      }
      rooms.add(from);
      for (Dependency d : c.getDirectDependenciesFromSelf()) {
        JavaClass target = d.getTargetClass().getBaseComponentType();
        if (!target.getPackageName().startsWith(ROOT)) {
          continue;
        }
        String to = room(target.getPackageName());
        if (!to.equals(from) && !mayUse(from, to)) {
          broken.computeIfAbsent(c.getName(), n -> new TreeSet<>()).add(target.getName());
        }
      }
    }
    assertThat(broken).isEmpty();
    assertThat(MAY_USE.keySet()).isEqualTo(rooms);
  }

  /** Whoever is allowed a room that holds rooms is allowed those; in there each needs its own. */
  private static boolean mayUse(String from, String to) {
    Set<String> row = MAY_USE.getOrDefault(from, Set.of());
    String holder = to.substring(0, Math.max(0, to.indexOf('.')));
    boolean within = from.equals(holder) || from.startsWith(holder + ".");
    return row.contains(to) || !within && row.contains(holder);
  }

  /** Rooms come off the table one after the other, each when all that it may use have. */
  @Test
  void theTableHasNoCircle() {
    Map<String, Set<String>> left = new TreeMap<>(MAY_USE);
    while (left.entrySet()
        .removeIf(room -> room.getValue().stream().noneMatch(left::containsKey))) {
      // Once more, for those that waited for these.
    }
    assertThat(left).isEmpty();
  }

  /** Screens and commands get what the desk hands out, never what it works with. */
  @Test
  void nobodyReachesBehindTheDesk() {
    Set<String> broken = new TreeSet<>();
    for (JavaClass c : Program.CLASSES) {
      if (c.getPackageName().startsWith(ROOT) || c.getPackageName().startsWith("org.sala.bench")) {
        continue;
      }
      for (Dependency d : c.getDirectDependenciesFromSelf()) {
        if (isBehind(d.getTargetClass().getBaseComponentType())) {
          broken.add(c.getName() + " uses " + d.getTargetClass().getName());
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  private static boolean isBehind(JavaClass type) {
    return type.isAnnotatedWith(BehindTheDesk.class)
        || type.getEnclosingClass().map(CaseworkRulesTest::isBehind).orElse(false);
  }

  /** The name of the package below {@code casework}; empty elsewhere and at its root. */
  private static String room(String packageName) {
    return packageName.startsWith(ROOT + ".") ? packageName.substring(ROOT.length() + 1) : "";
  }
}
