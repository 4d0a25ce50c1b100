package org.sala.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sala.domain.AgeGroup;

/** Forms, rules and reviewers under one name, version and digest. */
class CatalogueTest {
  private static final String FORM =
      """
      <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
      <h:head><h:title>t</h:title><model><instance><screening id="ID" version="1">
      <site><opening/><heard/></site></screening></instance>
      <bind nodeset="/screening/site/opening" type="string" readonly="true()"/></model></h:head>
      <h:body><group ref="/screening/site"><label>Site</label>
      <input ref="/screening/site/opening"><label>WORDS</label></input>
      </group></h:body></h:html>
      """;
  private static final String RULES =
      """
      sala-rules 1
      dimension control at /screening/site: means site held
      indicator S5.02 in control: adult strong, child strong, defines means, ask first
      answer /screening/site/heard for S5.02: yes = yes, no = no
      """;
  private static final String MANIFEST =
      """
      sala-catalogue 1
      id t
      version 7
      form adult adult.xml
      form child child.xml
      rules rules.txt
      reviewed th by Somebody Example, court interpreter
      """;

  private static Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    files.put("catalogue.txt", MANIFEST);
    files.put("adult.xml", FORM.replace("ID", "t").replace("WORDS", "Please tell"));
    files.put("child.xml", FORM.replace("ID", "t-child").replace("WORDS", "Tell me"));
    files.put("rules.txt", RULES);
    return files;
  }

  private static Catalogue read(Map<String, String> files) {
    return Catalogue.read(
        name -> Optional.ofNullable(files.get(name)).map(t -> t.getBytes(StandardCharsets.UTF_8)));
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void theDigestIsOverEveryFileAndItsName() throws Exception {
    StringBuilder listing = new StringBuilder();
    for (Map.Entry<String, String> f : files().entrySet()) {
      listing.append(sha256(f.getValue().getBytes(StandardCharsets.UTF_8)));
      listing.append("  ").append(f.getKey()).append('\n');
    }
    String digest = read(files()).digest();
    assertThat(digest).isEqualTo(sha256(listing.toString().getBytes(StandardCharsets.UTF_8)));
    for (String name : files().keySet()) {
      Map<String, String> other = files();
      other.compute(name, (n, text) -> text + (n.endsWith(".xml") ? "<!-- -->" : "\n# \n"));
      assertThat(read(other).digest()).as(name).isNotEqualTo(digest);
    }
    Map<String, String> beside = files();
    beside.put("other.txt", "not named by the catalogue");
    assertThat(read(beside).digest()).isEqualTo(digest);
  }

  @Test
  void aChildIsAskedInWordsOfItsOwnAtTheSamePlaces() {
    Catalogue c = read(files());
    assertThat(c.forAge(AgeGroup.ADULT).sections().getFirst().invitation().in("en"))
        .isEqualTo("Please tell");
    assertThat(c.forAge(AgeGroup.UNKNOWN).form().id()).isEqualTo("t");
    Catalogue child = c.forAge(AgeGroup.CHILD);
    assertThat(child.sections().getFirst().invitation().in("en")).isEqualTo("Tell me");
    assertThat(child.digest()).isEqualTo(c.digest());
    assertThat(child.indicators().stream().map(child::path))
        .containsExactlyElementsOf(c.indicators().stream().map(c::path).toList());
  }

  @Test
  void theScamCompoundScreeningAsksAChildTheSameThingsInItsOwnWords() {
    Catalogue adult = Catalogue.scamCompound();
    Catalogue child = adult.forAge(AgeGroup.CHILD);
    assertThat(child.form().id()).isEqualTo("scam-compound-child");
    assertThat(child.form().questions().stream().map(Question::path))
        .containsExactlyElementsOf(adult.form().questions().stream().map(Question::path).toList());
    for (int i = 0; i < adult.indicators().size(); i++) {
      Indicator a = adult.indicators().get(i);
      Indicator c = child.indicators().get(i);
      assertThat(c.officerWords()).isEqualTo(a.officerWords());
      for (String language : List.of("en", "th")) {
        assertThat(c.question().in(language).isEmpty())
            .isEqualTo(a.question().in(language).isEmpty());
      }
    }
    Account account =
        AccountReader.read(
            adult,
            "<screening id='scam-compound-child'><age_group>child</age_group><the_work><S4_02>yes</S4_02></the_work></screening>"
                .getBytes(StandardCharsets.UTF_8));
    assertThat(Rules.explain(adult, account).result())
        .as("a child needs no means")
        .isEqualTo(Result.PRESUMED_VICTIM_REFER);
  }

  @Test
  void onlyReviewedLanguagesMayBePutBeforeThePerson() {
    Catalogue c = read(files());
    assertThat(c.reviewed("en")).isTrue();
    assertThat(c.reviewed("th")).isTrue();
    assertThat(c.reviewer("th")).contains("Somebody Example, court interpreter");
    assertThat(c.reviewed("km")).isFalse();
    assertThat(Catalogue.scamCompound().reviewed("th")).isFalse();
  }

  @Test
  void aCatalogueThatIsNotWholeIsRefusedWithAllThatIsWrong() {
    for (String name : files().keySet()) {
      Map<String, String> cut = files();
      cut.remove(name);
      assertThatThrownBy(() -> read(cut))
          .isInstanceOfSatisfying(
              FormFault.class, f -> assertThat(f.findings()).anyMatch(t -> t.contains(name)));
    }
    Map<String, List<String>> wrong = new LinkedHashMap<>();
    wrong.put(MANIFEST.replace("sala-catalogue 1", "sala-catalogue 2"), List.of("line 1"));
    wrong.put(MANIFEST.replace("version 7\n", "colour red\n"), List.of("line 3", "a version"));
    wrong.put(MANIFEST.replace("form adult adult.xml\n", ""), List.of("one for adults"));
    wrong.put(MANIFEST + "form everyone adult.xml\n", List.of("one form for everyone"));
    wrong.put(MANIFEST + "id t\n", List.of("line 8: stands there twice"));
    wrong.put(MANIFEST.replace("child.xml", "adult.xml"), List.of("two forms in one file"));
    wrong.put(MANIFEST.replace("adult.xml", "../adult.xml"), List.of("line 4"));
    wrong.forEach(
        (manifest, words) -> {
          Map<String, String> files = files();
          files.put("catalogue.txt", manifest);
          assertThatThrownBy(() -> read(files))
              .isInstanceOfSatisfying(
                  FormFault.class,
                  f -> words.forEach(w -> assertThat(String.join("\n", f.findings())).contains(w)));
        });
  }

  @Test
  void aCatalogueSaysWhetherItsAnswersAreProtected() {
    assertThat(BuiltIn.newest("needs").protectedAnswers()).isTrue();
    assertThat(BuiltIn.newest("defrauded").protectedAnswers()).isFalse();
    Map<String, String> files = files();
    files.put("catalogue.txt", MANIFEST + "answers protected\n");
    assertThat(read(files).protectedAnswers()).isTrue();
    files.put("catalogue.txt", MANIFEST + "answers open\n");
    assertThatThrownBy(() -> read(files)).isInstanceOf(FormFault.class);
  }

  @Test
  void everyBuiltInVersionIsKeptByteForByte() {
    Map<String, String> digests = new LinkedHashMap<>();
    for (String id : BuiltIn.names()) {
      for (String version : BuiltIn.versions(id)) {
        digests.put(id + " " + version, BuiltIn.version(id, version).digest());
      }
    }
    assertThat(digests)
        .as("a version that was in use is never changed; make the next one")
        .isEqualTo(
            Map.ofEntries(
                Map.entry(
                    "scam-compound 1",
                    "77e42edfc4f50cc741799cef589e4da6eb7e805b05412c2a53f052da836b2ad9"),
                Map.entry(
                    "scam-compound 2",
                    "a115af02a4421cbd4b42937539736a96e4b4853051ef3f56b78abc3a632db639"),
                Map.entry(
                    "scam-compound 3",
                    "5f961cb62be1c59f8f6e82704b3191a7989d32ebbafbb17bb013a2637e460c02"),
                Map.entry(
                    "scam-compound 4",
                    "a6a73143b7ecc8f608d38fbe7d739b3f5f69c41861c40501c7ddfc86754c47b4"),
                Map.entry(
                    "scam-compound 5",
                    "3392bd6d4c7cd40d3bbe098730f67ad6cfda0d727bcd9fabf8f25a597b128e06"),
                Map.entry(
                    "scam-compound 6",
                    "47f6e8162712c9fbfafb7af1ac56e779da39aa9a39f825e509d4ad27efb64022"),
                Map.entry(
                    "labour 1", "b445b742c9e486f08d068275871e678c280451fc230fb17cadae9d48a0d14dc3"),
                Map.entry(
                    "labour 2", "a202998e7038ac9a41d87ec914b2ba4cec5a93ae8c601a49cfc2af3cad6e982c"),
                Map.entry(
                    "labour 3", "c611707797ebe2e306c1753d8bab7eb840a300d6e799fd4ed4ca838b1f684e6b"),
                Map.entry(
                    "defrauded 1",
                    "75d84ad5636e604236ec0ad33b9276fa67d207e78783a2b92e00baec4242f753"),
                Map.entry(
                    "defrauded 2",
                    "c9e2e23fc0b5f2962d180243a7f0f61514f37f1615ec045e56f1190e4a389b77"),
                Map.entry(
                    "needs 1",
                    "9e0485983ffe3cf7d3c6973c7220db3e5e7bedcf798780300830905e4091ceb0")));
  }

  @Test
  void aScreeningFindsTheVeryCatalogueThatItNames() {
    Catalogue first = BuiltIn.version("scam-compound", "1");
    assertThat(BuiltIn.find("scam-compound", "1", first.digest())).contains(first);
    assertThat(BuiltIn.find("scam-compound", "1", first.form().digest()))
        .as("as screenings of the first days name it")
        .contains(first);
    assertThat(BuiltIn.find("scam-compound", "1", "00")).isEmpty();
    assertThat(BuiltIn.find("scam-compound", "99", first.digest())).isEmpty();
    assertThat(BuiltIn.find("other", "1", first.digest())).isEmpty();
    assertThatThrownBy(() -> BuiltIn.newest("other")).isInstanceOf(FormFault.class);
  }

  @Test
  void theIntegrityRecipientStandsInTheCatalogueAndAMistypedKeyIsNamedWithItsLine() {
    String key = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
    Map<String, String> files = files();
    assertThat(read(files).integrity()).isEmpty();
    files.put("catalogue.txt", MANIFEST + "integrity " + key + " for Office of Examples\n");
    assertThat(read(files).integrity())
        .contains(new IntegrityRecipient("Office of Examples", List.of(key)));
    byte[] renewed =
        Catalogue.renewed(
            files.get("catalogue.txt").getBytes(StandardCharsets.UTF_8), 8, Optional.empty());
    assertThat(new String(renewed, StandardCharsets.UTF_8))
        .isEqualTo(MANIFEST.replace("version 7", "version 8"));
    Map<String, String> wrong = new LinkedHashMap<>();
    wrong.put("integrity " + key.replace('q', 'p') + " for Office\n", "line 8");
    wrong.put("integrity " + key + "\n", "line 8");
    wrong.put("integrity " + key + " for A\nintegrity " + key + " for A\n", "twice");
    wrong.forEach(
        (lines, finding) -> {
          files.put("catalogue.txt", MANIFEST + lines);
          assertThatThrownBy(() -> read(files))
              .isInstanceOfSatisfying(
                  FormFault.class,
                  e -> assertThat(String.join("\n", e.findings())).contains(finding));
        });
  }
}
