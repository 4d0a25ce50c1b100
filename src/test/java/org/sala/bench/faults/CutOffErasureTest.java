package org.sala.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.Workplace;
import org.sala.casework.erasing.Erasing;
import org.sala.casework.erasing.Erasures;
import org.sala.casework.people.Cases;
import org.sala.casework.people.People;
import org.sala.casework.station.CaseworkFault;
import org.sala.domain.RecordId;
import org.sala.domain.Value;

/**
 * The disk goes at the n-th act of an erasure: it is done whole at the next unlock, or not begun.
 */
class CutOffErasureTest {
  private static final String MARK = "Quillfeather";

  @TempDir Path folder;
  private RecordId person;
  private RecordId other;

  @Test
  void whereverItIsCutOffItIsDoneWholeOrNotBegun() throws IOException {
    Path whole = folder.resolve("whole");
    try (Desk desk = Desks.create(whole, "Officer One Example", "one")) {
      RecordId caseId = desk.cases().open(new Cases.NewCase("A case", "rescue", "normal", "", ""));
      other = add(desk, caseId, "X-001", "Somebody Example");
      person = add(desk, caseId, "X-002", MARK);
      desk.people().edit(person, Map.of("needs", Value.text(MARK)), "");
      desk.drafts().keep("person " + person, Map.of("name", MARK));
    }
    int begun = 0;
    int before = 0;
    boolean met = true;
    for (long acts = 0; met; acts += 1 + acts / 2) {
      Path there = folder.resolve("cut " + acts);
      Damages.copy(whole, there);
      met = cutOff(there, acts);
      try (Desk desk = Desks.unlock(there, "one")) {
        assertThat(desk.people().find(other)).isPresent();
        assertThat(desk.spoiledSegment()).isEmpty();
        if (desk.people().find(person).isPresent()) {
          before++;
          assertThat(readable(desk)).as("not begun, and nothing is lost").contains(MARK);
          assertThat(desk.drafts().of("person " + person)).isPresent();
        } else {
          begun++;
          assertThat(readable(desk)).as("after %d acts", acts).doesNotContain(MARK);
          assertThat(desk.drafts().of("person " + person)).isEmpty();
        }
      }
    }
    assertThat(before).as("cut off before it was written down").isPositive();
    assertThat(begun).as("cut off after it").isGreaterThan(3);
  }

  private static RecordId add(Desk desk, RecordId caseId, String number, String name) {
    return desk.people()
        .add(caseId, new People.NewPerson(number, "", name, "", "", "th"), "said", "");
  }

  /** Whether the disk went before all of it was done. */
  private boolean cutOff(Path there, long acts) {
    Gone gone = new Gone();
    Workplace.Entry entry =
        new Workplace(new FaultyDisk(gone).path(there), Desks.CHEAP)
            .unlock("one", "phrase of one".toCharArray());
    Desk desk = ((Workplace.Entry.Entered) entry).desk();
    Erasing plan = desk.erasures().plan(person);
    gone.after(acts);
    try {
      desk.erasures().erase(plan, "X-002", Erasures.Why.WISH, "asked for", Optional.empty());
    } catch (CaseworkFault e) {
      assertThat(e.code()).isEqualTo(CaseworkFault.Code.IO);
    }
    try {
      desk.close();
    } catch (RuntimeException e) {
      assertThat(gone.met()).as("closing fails where the disk is gone: " + e).isTrue();
    }
    return gone.met();
  }

  private static String readable(Desk desk) {
    List<String> all = new ArrayList<>();
    Desks.station(desk)
        .journal()
        .replay(
            0,
            run ->
                run.stream()
                    .flatMap(c -> c.change().revisions().stream())
                    .forEach(r -> all.add(new String(r.bytes(), StandardCharsets.UTF_8))));
    return String.join("\n", all);
  }
}
