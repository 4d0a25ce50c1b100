package org.sala.casework.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.consent.Consents;
import org.sala.casework.consent.Linking;
import org.sala.casework.consent.Separate;
import org.sala.casework.station.CaseworkFault;
import org.sala.casework.todo.ToDo;
import org.sala.domain.RecordId;

/** Too many records are linked as one person's, and one officer's links are parted at one go. */
class PartingManyTest {
  private static final int MANY = 250;

  @TempDir Path folder;
  private Desk hq;
  private Desk desk;
  private List<RecordId> all;

  @BeforeEach
  void aStarOfOneOfficerAndALinkOfAnother() {
    hq = Desks.headquarters(folder.resolve("hq"));
    desk = Desks.create(folder.resolve("a"), "Officer One Example", "one");
    Desks.enrol(desk, hq, folder, "A");
    desk.officers().add("Officer Two Example", "two", "phrase of two".toCharArray());
    Desks.certify(desk, hq, folder, "two");
    all = Linking.people(desk, MANY);
    Linking.link(desk, all, Linking.Shape.STAR);
    desk.close();
    desk = Desks.unlock(folder.resolve("a"), "two");
    desk.samePeople().same(all.get(1), all.get(2), "The same scar");
  }

  @AfterEach
  void close() {
    desk.close();
    hq.close();
  }

  private List<ToDo> rows() {
    return desk.tonight().todo().stream().filter(t -> t.what() == ToDo.What.LINKED).toList();
  }

  private TooManyLinks.By most() {
    return desk.tooManyLinks().by(all.getLast()).getFirst();
  }

  private void isParted() {
    assertThat(rows()).isEmpty();
    assertThat(desk.tooManyLinks().by(all.getLast())).isEmpty();
    assertThat(desk.people().find(all.getLast()).orElseThrow().linkedTooMany()).isFalse();
    assertThat(desk.people().find(all.get(1)).orElseThrow().also())
        .as("what another officer said stays")
        .hasSize(1);
    assertThat(desk.samePeople().said()).hasSize(1);
  }

  @Test
  void allLinksOfOneOfficerArePartedAtOneGoAndNobodyElses() {
    assertThat(rows()).hasSize(1);
    assertThat(rows().getFirst().several()).contains(MANY);
    assertThat(rows().getFirst().person()).isPresent();
    assertThat(desk.tooManyLinks().by(all.getLast()))
        .extracting(TooManyLinks.By::officer, TooManyLinks.By::links)
        .containsExactly(tuple("Officer One Example", MANY - 1), tuple("Officer Two Example", 1));
    desk.tooManyLinks().part(all.getLast(), most().key(), "Linked by mistake");
    isParted();
    desk.samePeople().same(all.get(0), all.get(1), "This one after all");
    assertThat(desk.people().find(all.get(0)).orElseThrow().also()).hasSize(2);
  }

  @Test
  void whereThatLiftsANoTwoOfficersSign() {
    desk.consents()
        .ask(all.get(7), Separate.COPIES, Consents.Answer.NO, new Consents.How("th", "", ""));
    TooManyLinks links = desk.tooManyLinks();
    assertThat(links.protects(all.getLast(), most().key())).isTrue();
    assertThatThrownBy(() -> links.part(all.getLast(), most().key(), "Linked by mistake"))
        .isInstanceOfSatisfying(
            CaseworkFault.class, f -> assertThat(f.code()).isEqualTo(CaseworkFault.Code.PROTECTS));
    assertThat(rows()).hasSize(1);
    assertThat(sign("wrong")).isEqualTo(Disagreements.Decided.WRONG_PASSPHRASE);
    assertThat(rows()).hasSize(1);
    assertThat(sign("phrase of one")).isEqualTo(Disagreements.Decided.DONE);
    isParted();
    assertThat(desk.consents().refuses(all.get(7), Separate.COPIES)).isTrue();
    assertThat(desk.consents().refuses(all.getLast(), Separate.COPIES)).isFalse();
  }

  private Disagreements.Decided sign(String passphrase) {
    return desk.tooManyLinks()
        .byTwo(all.getLast(), most().key(), "Linked by mistake", "one", passphrase.toCharArray());
  }
}
