package org.sala.casework.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.people.People;
import org.sala.domain.RecordId;
import org.sala.form.BuiltIn;
import org.sala.form.Catalogue;
import org.sala.form.ContextFact;
import org.sala.form.Explanation;
import org.sala.form.FormFault;
import org.sala.form.Question;

/** What is never asked and never counted stands beside a result and changes nothing. */
class ContextFactTest {
  @TempDir Path folder;
  private Desk desk;
  private RecordId screening;

  @BeforeEach
  void begin() {
    desk = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    RecordId person =
        desk.people()
            .register(List.of(new People.NewPerson("A-001", "", "", "", "30", "th")))
            .getFirst();
    screening = desk.screenings().begin(person, new Screenings.Setting("th", "", ""));
    Map.of(
            "/screening/the_work/S4_01", "yes",
            "/screening/control/S5_01", "yes")
        .forEach(
            (path, code) ->
                desk.screenings()
                    .answer(screening, placed(path), new Given(code, "", "open", "th")));
    desk.screenings().review(screening);
  }

  /** Where the form has the indicator, however its group is called. */
  private static String placed(String path) {
    String node = path.substring(path.lastIndexOf('/') + 1);
    return Catalogue.scamCompound().form().questions().stream()
        .map(Question::path)
        .filter(p -> p.endsWith("/" + node))
        .findFirst()
        .orElseThrow();
  }

  @AfterEach
  void end() {
    desk.close();
  }

  private Explanation explained() {
    return desk.screenings().explain(desk.screenings().page(screening));
  }

  @Test
  void noFactChangesAResultAndEachCanBeTakenBack() {
    Explanation before = explained();
    assertThat(before.means()).isTrue();
    List<ContextFact> facts = Catalogue.scamCompound().facts();
    assertThat(facts)
        .extracting(ContextFact::code)
        .containsExactly("N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8");
    for (ContextFact f : facts) {
      desk.screenings().context(screening, f.code(), new Context("volunteered", "Said so"));
      assertThat(explained()).as(f.code()).isEqualTo(before);
    }
    assertThat(desk.screenings().page(screening).context()).hasSize(8);
    desk.screenings().context(screening, "N4", Context.NOTHING);
    assertThat(desk.screenings().page(screening).context()).doesNotContainKey("N4");
    assertThatThrownBy(
            () -> desk.screenings().context(screening, "N9", new Context("document", "")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingIsAskedForThemAndTheyAreProtected() {
    assertThatThrownBy(() -> new Context("direct", ""))
        .as("a question is not how one comes")
        .isInstanceOf(IllegalArgumentException.class);
    desk.screenings().context(screening, "N5", new Context("document", "A list of rooms"));
    assertThat(Desks.station(desk).view().records().fields(screening).keySet())
        .noneMatch(k -> k.startsWith("context"));
    Catalogue c = Catalogue.scamCompound();
    for (ContextFact f : c.facts()) {
      assertThat(c.form().questions())
          .noneMatch(q -> q.text().in("en").contains(f.text().in("en")));
      assertThat(f.text().in("th")).isNotEqualTo(f.text().in("en"));
    }
    assertThat(BuiltIn.newest("labour").facts()).isEmpty();
  }

  @Test
  void aFileOfThemThatIsNotRightIsRefusedWithTheCatalogue() {
    for (String text : List.of("sala-facts 1\n", "sala-facts 1\nfact N1\nth x\n", "fact N1\n")) {
      assertThatThrownBy(
              () ->
                  Catalogue.read(
                      name ->
                          name.equals("facts.txt")
                              ? java.util.Optional.of(
                                  text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                              : BuiltIn.file("scam-compound", "5", name)))
          .as(text)
          .isInstanceOf(FormFault.class);
    }
  }
}
