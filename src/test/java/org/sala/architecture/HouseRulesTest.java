package org.sala.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The dependency table of the README, the fences around third-party libraries, and other rules of
 * the house that a program can check.
 */
class HouseRulesTest {

  /** Package to what it may use; every package of {@code org.sala} needs a row. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("domain", Set.of()),
          Map.entry("crypto", Set.of()),
          Map.entry("form", Set.of("domain")),
          Map.entry("practice", Set.of("domain", "form")),
          Map.entry("merge", Set.of("domain")),
          Map.entry("disk", Set.of()),
          Map.entry("vault", Set.of("crypto", "domain", "disk")),
          Map.entry("journal", Set.of("crypto", "domain", "disk")),
          Map.entry("store", Set.of("domain", "merge", "journal", "crypto", "disk")),
          Map.entry("parcel", Set.of("crypto", "domain", "disk")),
          Map.entry("carrier", Set.of("disk")),
          Map.entry("report", Set.of("domain", "form")),
          Map.entry(
              "casework",
              Set.of(
                  "domain",
                  "crypto",
                  "form",
                  "merge",
                  "disk",
                  "vault",
                  "journal",
                  "store",
                  "parcel",
                  "carrier",
                  "report",
                  "practice")),
          Map.entry("ui", Set.of("domain", "form", "practice", "casework")),
          Map.entry("cli", Set.of("domain", "form", "practice", "casework")),
          Map.entry("demo", Set.of("ui", "casework", "form", "domain")),
          Map.entry(
              "bench",
              Set.of(
                  "domain",
                  "crypto",
                  "form",
                  "practice",
                  "merge",
                  "vault",
                  "journal",
                  "store",
                  "parcel",
                  "carrier",
                  "report",
                  "casework",
                  "ui",
                  "cli",
                  "demo")),
          Map.entry(
              "app",
              Set.of(
                  "domain",
                  "crypto",
                  "form",
                  "practice",
                  "merge",
                  "vault",
                  "journal",
                  "store",
                  "parcel",
                  "carrier",
                  "report",
                  "casework",
                  "ui",
                  "cli",
                  "demo",
                  "bench")));

  /** Foreign package prefix to the only packages that may touch it ({@code bench} is free). */
  private static final Map<String, Set<String>> FENCES =
      Map.ofEntries(
          Map.entry("org.bouncycastle.", Set.of("crypto")),
          Map.entry("javax.crypto.", Set.of("crypto")),
          Map.entry("com.exceptionfactory.jagged.", Set.of("crypto")),
          Map.entry("org.conscrypt.", Set.of("crypto")),
          Map.entry("java.sql.", Set.of("store")),
          Map.entry("javax.sql.", Set.of("store")),
          Map.entry("org.h2.", Set.of("store")),
          Map.entry("org.postgresql.", Set.of("store")),
          Map.entry("com.zaxxer.hikari.", Set.of("store")),
          Map.entry("org.flywaydb.", Set.of("store")),
          Map.entry("org.jdbi.", Set.of("store")),
          Map.entry("org.javarosa.", Set.of("form")),
          Map.entry("org.apache.commons.csv.", Set.of("form", "report")),
          Map.entry("org.openpdf.", Set.of("report")),
          Map.entry("com.google.zxing.", Set.of("report")),
          Map.entry("com.ibm.icu.", Set.of("report")),
          Map.entry("software.amazon.awssdk.", Set.of("carrier")),
          Map.entry("info.picocli.", Set.of("cli")),
          Map.entry("picocli.", Set.of("cli")),
          Map.entry("javafx.", Set.of("ui", "demo", "app")));

  private static String room(String className) {
    String rest = className.substring("org.sala.".length());
    int dot = rest.indexOf('.');
    return dot < 0 ? "" : rest.substring(0, dot);
  }

  @Test
  void everyPackageHasARow() {
    Set<String> rooms = new TreeSet<>();
    for (JavaClass c : Program.CLASSES) {
      rooms.add(room(c.getName()));
    }
    rooms.remove("");
    assertThat(MAY_USE.keySet()).containsAll(rooms);
  }

  @Test
  void packagesUseOnlyWhatTheTableAllows() {
    Set<String> broken = new TreeSet<>();
    for (JavaClass c : Program.CLASSES) {
      String from = room(c.getName());
      for (Dependency d : c.getDirectDependenciesFromSelf()) {
        String target = d.getTargetClass().getBaseComponentType().getName();
        if (!target.startsWith("org.sala.")) {
          continue;
        }
        String to = room(target);
        if (!to.isEmpty()
            && !to.equals(from)
            && !MAY_USE.getOrDefault(from, Set.of()).contains(to)) {
          broken.add(c.getName() + " uses " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void foreignLibrariesStayBehindTheirFences() {
    Set<String> broken = new TreeSet<>();
    for (JavaClass c : Program.CLASSES) {
      String from = room(c.getName());
      if (from.equals("bench")) {
        continue;
      }
      for (Dependency d : c.getDirectDependenciesFromSelf()) {
        String target = d.getTargetClass().getBaseComponentType().getName();
        FENCES.forEach(
            (prefix, rooms) -> {
              if (target.startsWith(prefix) && !rooms.contains(from)) {
                broken.add(c.getName() + " uses " + target);
              }
            });
      }
    }
    assertThat(broken).isEmpty();
  }

  /** Inside {@code ui}: the kit knows nothing of cases, and screens never see each other. */
  @Test
  void screensDoNotSeeEachOther() {
    Set<String> shared = Set.of("kit", "text", "work", "route", "roster", "transit", "paper");
    Set<String> broken = new TreeSet<>();
    for (JavaClass c : Program.CLASSES) {
      if (!room(c.getName()).equals("ui")) {
        continue;
      }
      String from = uiRoom(c.getName());
      for (Dependency d : c.getDirectDependenciesFromSelf()) {
        String target = d.getTargetClass().getBaseComponentType().getName();
        if (!target.startsWith("org.sala.")) {
          continue;
        }
        if (from.equals("kit") && !target.startsWith("org.sala.ui.")) {
          broken.add(c.getName() + " uses " + target);
        }
        if (!target.startsWith("org.sala.ui.")) {
          continue;
        }
        String to = uiRoom(target);
        boolean allowed =
            to.equals(from)
                || from.equals("shell")
                || from.isEmpty()
                || (shared.contains(to)
                    && !(shared.contains(from) && List.of("kit").contains(from)));
        if (!allowed) {
          broken.add(c.getName() + " uses " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  /** The file below the view's database is sealed blocks: it knows neither rows nor the view. */
  @Test
  void theFileOfTheViewKnowsNoRows() {
    Set<String> broken = new TreeSet<>();
    for (JavaClass c : Program.CLASSES) {
      if (!c.getPackageName().equals("org.sala.store.file")) {
        continue;
      }
      for (Dependency d : c.getDirectDependenciesFromSelf()) {
        String target = d.getTargetClass().getBaseComponentType().getName();
        if (target.startsWith("org.sala.store.") && !target.startsWith("org.sala.store.file.")) {
          broken.add(c.getName() + " uses " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  /** Time is handed in: what begins with it is signed, and tests say which it is. */
  @Test
  void nobodyReadsAClockThatWasNotHandedIn() {
    Set<String> broken = new TreeSet<>();
    for (JavaClass c : Program.CLASSES) {
      // How old a file is, a carrier reads off the clock that the disk wrote it by.
      if (Set.of("app", "bench", "carrier", "demo", "").contains(room(c.getName()))) {
        continue;
      }
      c.getMethodCallsFromSelf()
          .forEach(
              call -> {
                String owner = call.getTargetOwner().getName();
                boolean now =
                    owner.startsWith("java.time.")
                        && call.getName().equals("now")
                        && call.getTarget().getRawParameterTypes().stream()
                            .noneMatch(t -> t.getName().equals("java.time.Clock"));
                boolean wall =
                    owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis")
                        || owner.equals("java.time.Clock") && call.getName().startsWith("system");
                if (now || wall) {
                  broken.add(c.getName() + " reads " + owner + "." + call.getName());
                }
              });
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void noRoomIsNamedForNothing() {
    Set<String> broken = new TreeSet<>();
    for (JavaClass c : Program.CLASSES) {
      for (String part : c.getPackageName().split("\\.")) {
        if (Set.of("util", "utils", "common", "base", "impl", "manager", "misc", "helper")
            .contains(part)) {
          broken.add(c.getPackageName());
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  /** An index of methods shows each comment alone, without the method that stands above it. */
  @Test
  void noCommentLeansOnTheOneAboveIt() throws Exception {
    Pattern leans = Pattern.compile("/\\*\\*\\s*(\\*\\s*)?The same\\b[^\\n]*");
    List<String> broken = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        leans
            .matcher(Files.readString(file))
            .results()
            .forEach(m -> broken.add(file.getFileName() + ": " + m.group()));
      }
    }
    assertThat(broken).isEmpty();
  }

  private static String uiRoom(String className) {
    String rest = className.substring("org.sala.ui.".length());
    int dot = rest.indexOf('.');
    return dot < 0 ? "" : rest.substring(0, dot);
  }
}
