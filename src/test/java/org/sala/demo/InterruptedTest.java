package org.sala.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Workplace;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.screening.Statements;
import org.sala.domain.RecordId;

/** The demonstration says that a draft came back only where one did. */
class InterruptedTest {
  @TempDir Path folder;
  private final List<String> said = new ArrayList<>();
  private Interrupted.Lists before;

  /** A program that says that it keeps what is typed, and keeps nothing. */
  public static final class Forgetful {
    private Forgetful() {}

    public static void main(String[] args) throws IOException {
      try (OutputStream kept = new FileOutputStream(FileDescriptor.out)) {
        while (true) {
          kept.write('.');
        }
      }
    }
  }

  /** One that ends by itself. */
  public static final class Brief {
    private Brief() {}

    public static void main(String[] args) {
      // It says nothing, and is gone before anybody kills it.
    }
  }

  @BeforeEach
  void aLaptopOfTwoOfficersWithAStatementThatIsOpen() {
    char[] phrase = WorkingNight.PASSPHRASE.toCharArray();
    Workplace.Entry made =
        new Workplace(workspace(), Desks.CHEAP)
            .create(new Workplace.FirstStart("en", "Officer One Example", "a", phrase));
    try (Desk desk = ((Workplace.Entry.Entered) made).desk()) {
      desk.officers().add("Officer Two Example", "c", WorkingNight.PASSPHRASE.toCharArray());
      RecordId caseId =
          desk.cases().open(new Cases.NewCase("Compound R-7", "rescue", "normal", "", ""));
      RecordId person =
          desk.people()
              .add(caseId, new People.NewPerson("A-001", "", "", "female", "24", "my"), "", "");
      desk.statements().begin(caseId, person, new Statements.Setting("my", "", "", ""));
      before = Interrupted.Lists.of(desk);
    }
  }

  private Path workspace() {
    return folder.resolve("station");
  }

  private Optional<String> played(Class<?> typist) throws IOException {
    return new Interrupted(Desks.CHEAP, workspace(), said::add, typist).play("a", "c", before);
  }

  @Test
  void whatWasTypedIsBackAfterAKillAndTheListsStandAsBefore() throws Exception {
    assertThat(played(CheapTyping.class)).isEmpty();
    assertThat(said).hasSize(3).last().asString().contains("Officer Two Example");
  }

  @Test
  void aDraftThatDoesNotComeBackIsNotSaidToBeBack() throws Exception {
    assertThat(played(Forgetful.class))
        .contains("what was typed is back after the program was killed");
    assertThat(said).isEmpty();
  }

  @Test
  void aProgramThatWasNotKilledIsNotSaidToHaveBeen() throws Exception {
    assertThat(played(Brief.class)).contains("a program that types is killed in the middle of it");
  }

  @Test
  void listsThatDifferAreNotSaidToBeTheSame() throws Exception {
    before = new Interrupted.Lists(before.caseId(), before.statement(), List.of("a row"));
    assertThat(played(CheapTyping.class))
        .contains("the lists are as they were before the program was killed");
  }
}
