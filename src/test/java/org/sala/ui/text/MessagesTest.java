package org.sala.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sala.domain.Field;
import org.sala.domain.Kind;
import org.sala.domain.Kinds;

/** Every word that a person sees: none missing, none unused, the same places in every language. */
class MessagesTest {
  private final Properties english = Texts.load("en");
  private final Properties thai = Texts.load("th");

  /** Keys that are put together from a code: their family is named in the sources. */
  private static final Set<String> FAMILIES =
      Set.of(
          "fault",
          "eraseWhy",
          "contact",
          "approveBy",
          "intake",
          "refusedDo",
          "overview",
          "whichArrivals",
          "kind",
          "pending",
          "reached",
          "state",
          "carrierPhase",
          "carrierWhy",
          "verdict",
          "status",
          "sensitivity",
          "caseKind",
          "forced",
          "defrauded",
          "role",
          "grade",
          "sex",
          "scheme",
          "source",
          "reliability",
          "credibility",
          "age",
          "lang",
          "finding",
          "consent",
          "consentFor",
          "consentTo",
          "fearOf",
          "how",
          "offered",
          "endRead",
          "animal",
          "pasteFlaw",
          "field",
          "copyWhy",
          "keptWhy",
          "copyWord",
          "purpose",
          "language",
          "theme",
          "triage",
          "answer",
          "stop",
          "script",
          "statementState",
          "signature",
          "found",
          "came",
          "choice",
          "screening",
          "screeningState",
          "result",
          "resultMeans",
          "worksheet",
          "clause",
          "catalogue",
          "rail",
          "problem",
          "dimension",
          "insideStatus",
          "insideWord",
          "formFound",
          "reach",
          "service",
          "shared",
          "separate",
          "basis",
          "referralState",
          "referral",
          "house",
          "stayState",
          "freedom",
          "phone",
          "urgency",
          "happened",
          "outcomeHow",
          "identified",
          "safe",
          "safeToAct",
          "two",
          "coercion",
          "dossier",
          "today",
          "override",
          "condition",
          "custody",
          "filetype",
          "flaw",
          "doubt",
          "look",
          "paper",
          "card",
          "likeness",
          "sameFound",
          "asked",
          "asking",
          "obviousWhy",
          "link");

  /** Of two lines with one key the later one counts, and whoever mends the first mends nothing. */
  @Test
  void noKeyStandsTwice() throws IOException {
    for (String language : Texts.LANGUAGES) {
      Set<String> seen = new TreeSet<>();
      for (String line :
          Files.readAllLines(
              Path.of(
                  "src/main/resources/org/sala/ui/text/messages_" + language + ".properties"))) {
        if (!line.startsWith("#") && line.contains("=")) {
          String key = line.substring(0, line.indexOf('='));
          assertThat(seen.add(key)).as(language + " " + key).isTrue();
        }
      }
    }
  }

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(thai.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
  }

  /** What a package, a receipt, a finding, a backup or a dossier is not called. */
  private static final String[] OTHER_NAMES = {
    "ชื่อเข้าใช้",
    "แผ่นกู้คืน",
    "ชุดข้อมูล",
    "ใบตอบรับ",
    "ข้อวินิจฉัย",
    "สำเนาสำรอง",
    "แฟ้ม",
    "แผ่นงาน",
    "ชุดแบบคัดกรอง"
  };

  /** A passphrase, a handle and a recovery sheet have one name each; a proxy has others. */
  @Test
  void oneThingHasOneNameInThai() {
    thai.stringPropertyNames().stream()
        .filter(k -> !k.startsWith("store.proxy") && !k.equals("carrierWhy.PROXY"))
        .forEach(
            k ->
                assertThat(thai.getProperty(k))
                    .as(k)
                    .doesNotContainPattern("(?<!วลี)รหัสผ่าน")
                    .doesNotContain(OTHER_NAMES));
  }

  @Test
  void bothLanguagesHaveTheSamePlaces() {
    for (String key : english.stringPropertyNames()) {
      assertThat(places(thai.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
    }
  }

  @Test
  void everyPatternCanBeFilledIn() {
    for (String language : Texts.LANGUAGES) {
      Texts texts = Texts.in(language, ZoneOffset.UTC);
      for (String key : english.stringPropertyNames()) {
        assertThat(texts.t(key, 1, 2, 3)).as(language + " " + key).isNotBlank();
      }
    }
  }

  /** What is always many, or one of a number that stands there as a bound. */
  private static final Set<String> NEVER_ONE =
      Set.of(
          "door.rebuild.far",
          "intake.paste.cut",
          "overview.chart.days",
          "overview.statistics.below",
          "paper.table.few",
          "today.linked.what");

  @Test
  void oneIsSaidAsOneWhateverIsCounted() {
    Texts texts = Texts.in("en", ZoneOffset.UTC);
    Pattern many =
        Pattern.compile(
            "\\b1 (?:more )?(?:agencies|bytes|cases|changes|characters|days|entries|exhibits|fields"
                + "|files|findings|forms|hours|minutes|officers|packages|people|persons|points"
                + "|questions|receipts|records|rows|screenings|seconds|sites|stations|statements"
                + "|things|versions|weeks)\\b");
    assertThat(english.stringPropertyNames())
        .filteredOn(key -> many.matcher(texts.t(key, 1, 1, 1, 1)).find())
        .as("let the pattern choose")
        .containsExactlyInAnyOrderElementsOf(NEVER_ONE);
  }

  /** What has no places is shown as it is written, with both of its apostrophes. */
  @Test
  void apostrophesAreDoubledOnlyWhereAPatternIsRead() {
    for (String language : Texts.LANGUAGES) {
      Texts.load(language)
          .forEach(
              (key, words) -> {
                if (!words.toString().contains("{")) {
                  assertThat(words.toString()).as(language + " " + key).doesNotContain("''");
                }
              });
    }
  }

  @Test
  void theThaiScreenSpeaksThai() {
    Set<String> same = new TreeSet<>();
    for (String key : english.stringPropertyNames()) {
      boolean letters =
          english.getProperty(key).replaceAll("\\{[^}]*\\}", "").matches(".*[A-Za-z]{3,}.*");
      if (letters && thai.getProperty(key).equals(english.getProperty(key))) {
        same.add(key);
      }
    }
    assertThat(same)
        .as("only a language's own name is the same in both")
        .containsExactly("language.en");
  }

  @Test
  void everyKeyThatTheSourcesNameExistsAndNoneIsUnused() throws Exception {
    Set<String> used = new TreeSet<>();
    Pattern key = Pattern.compile("\"([a-zA-Z]+(?:\\.[a-zA-Z0-9_-]+)*)\"");
    try (Stream<Path> files =
        Stream.of("ui", "casework", "report").flatMap(MessagesTest::sources)) {
      for (Path f : files.toList()) {
        Matcher m = key.matcher(Files.readString(f));
        while (m.find()) {
          used.add(m.group(1));
        }
        Matcher asked =
            Pattern.compile("\\bt\\(\\s*\"([a-zA-Z.]+[a-zA-Z])\"").matcher(Files.readString(f));
        while (asked.find()) {
          assertThat(english).as(f.toString()).containsKey(asked.group(1));
        }
      }
    }
    Set<String> unused =
        english.stringPropertyNames().stream()
            .filter(k -> !used.contains(k))
            .filter(k -> !FAMILIES.contains(k.substring(0, Math.max(0, k.indexOf('.')))))
            .filter(k -> !k.matches("state\\..*\\.below"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(unused).isEmpty();
  }

  @Test
  void everyFaultAndEveryStateHasWords() {
    for (org.sala.casework.station.CaseworkFault.Code code :
        org.sala.casework.station.CaseworkFault.Code.values()) {
      assertThat(english).containsKey("fault." + code);
    }
    for (org.sala.domain.Kind kind : org.sala.domain.Kinds.all()) {
      assertThat(english).containsKey("kind." + kind.key());
    }
    for (org.sala.casework.packages.register.PackageState state :
        org.sala.casework.packages.register.PackageState.values()) {
      assertThat(english).containsKeys("state." + state, "state." + state + ".below");
    }
    for (org.sala.casework.packages.register.RecordStates.Reached reached :
        org.sala.casework.packages.register.RecordStates.Reached.values()) {
      assertThat(english).containsKey("reached." + reached);
      if (reached.compareTo(org.sala.casework.packages.register.RecordStates.Reached.WAITING) < 0) {
        assertThat(english).containsKey("reached.some." + reached);
      }
    }
    for (org.sala.parcel.Finding.Code code : org.sala.parcel.Finding.Code.values()) {
      assertThat(english).containsKey("flaw." + code);
    }
    for (org.sala.casework.sync.Standing.Phase phase :
        org.sala.casework.sync.Standing.Phase.values()) {
      assertThat(english).containsKey("carrierPhase." + phase);
    }
    for (org.sala.casework.sync.WhyNot why : org.sala.casework.sync.WhyNot.values()) {
      assertThat(english).containsKey("carrierWhy." + why);
    }
    for (org.sala.casework.packages.register.Doubt doubt :
        org.sala.casework.packages.register.Doubt.values()) {
      assertThat(english).containsKey("doubt." + doubt);
    }
    for (org.sala.casework.packages.take.FirstLook.Kind kind :
        org.sala.casework.packages.take.FirstLook.Kind.values()) {
      assertThat(english.containsKey("look." + kind) || english.containsKey("look.left." + kind))
          .as(kind.name())
          .isTrue();
    }
    for (String verdict :
        Set.of(
            "GENUINE",
            "UNKNOWN_SIGNER",
            "ALTERED",
            "REVOKED",
            "TOO_NEW",
            "WRONG_RECIPIENT",
            "UNREADABLE")) {
      assertThat(english).containsKey("verdict." + verdict);
    }
  }

  @Test
  void everyFieldWhoseHistoryIsShownHasWords() {
    Set<String> bare = new TreeSet<>();
    for (Kind kind :
        List.of(
            Kinds.CASE,
            Kinds.INVOLVEMENT,
            Kinds.STATEMENT,
            Kinds.EXHIBIT,
            Kinds.PERSON,
            Kinds.INSIDE,
            Kinds.TRIAGE,
            Kinds.SCREENING,
            Kinds.FILLED)) {
      for (Field field : kind.fields()) {
        if (!english.containsKey("field." + field.key())) {
          bare.add(kind.key() + "." + field.key());
        }
      }
    }
    assertThat(bare).isEmpty();
  }

  /** Where words are asked for: on screens, and where papers are made. */
  private static Stream<Path> sources(String room) {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/sala", room))) {
      return files.filter(p -> p.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> places(String words) {
    Matcher m = Pattern.compile("\\{(\\d+)").matcher(words);
    Set<String> places = new TreeSet<>();
    while (m.find()) {
      places.add(m.group(1));
    }
    return places;
  }
}
