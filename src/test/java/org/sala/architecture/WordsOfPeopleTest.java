package org.sala.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What people said or wrote is printed nowhere by itself: not in a log, not in a fault. */
class WordsOfPeopleTest {
  private static final Set<String> WORDS =
      Set.of("reason", "words", "said", "note", "account", "guardian", "roman", "birth");

  @Test
  void recordsOfCaseworkThatHoldWordsOfPeopleDoNotShowThem() {
    List<JavaClass> holding =
        Program.CLASSES.stream()
            .filter(c -> c.getPackageName().startsWith("org.sala.casework"))
            .filter(JavaClass::isRecord)
            .filter(c -> c.getFields().stream().anyMatch(WordsOfPeopleTest::isWords))
            .toList();
    assertThat(holding).extracting(JavaClass::getSimpleName).contains("NewPerson", "Against");
    Set<String> showing = new TreeSet<>();
    for (JavaClass c : holding) {
      // Only one that the compiler has made is final, and it shows everything.
      if (c.getMethod("toString").getModifiers().contains(JavaModifier.FINAL)) {
        showing.add(c.getName());
      }
    }
    assertThat(showing).isEmpty();
  }

  private static boolean isWords(JavaField f) {
    return WORDS.contains(f.getName()) && f.getRawType().isEquivalentTo(String.class);
  }
}
