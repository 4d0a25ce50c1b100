package org.sala.casework.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sala.casework.Desk;
import org.sala.casework.Desks;
import org.sala.casework.packages.seal.Sealing;
import org.sala.domain.RecordId;
import org.sala.store.Questions;

/** Hundreds of records that a careless or hostile hand has linked into one person. */
class ManyLinksTest {
  private static final int FEW = 60;
  private static final int MANY = 180;

  @TempDir Path folder;

  private record Costs(long check, long fears, long plan) {}

  private Costs costs(Linking.Shape shape, int people) {
    try (Desk desk = Desks.create(folder.resolve("of " + people), "Officer One Example", "one")) {
      List<RecordId> all = Linking.people(desk, people);
      for (RecordId p : all) {
        desk.consents()
            .ask(
                p,
                Sealing.INVESTIGATION_PURPOSE,
                Sealing.TO_HEADQUARTERS,
                Consents.Answer.YES,
                Set.of(),
                new Consents.How("th", "", "Guardian Example"));
      }
      Linking.link(desk, all, shape);
      AtomicLong asked = new AtomicLong();
      Questions.watch(Desks.station(desk).view(), asked::incrementAndGet);
      long before = asked.get();
      Consents consents = desk.consents().ofMany();
      for (RecordId p : all) {
        consents.lastWord(p, Sealing.INVESTIGATION_PURPOSE, Sealing.TO_HEADQUARTERS);
        consents.without(p, Sealing.INVESTIGATION_PURPOSE, Sealing.TO_HEADQUARTERS);
      }
      long check = asked.get() - before;
      before = asked.get();
      assertThat(desk.packages().plan(Optional.empty()).people()).isEqualTo(people);
      long plan = asked.get() - before;
      all.forEach(p -> desk.fears().says(p, "KH", Fears.Of.RETURN));
      before = asked.get();
      assertThat(desk.fears().keptFrom("KH").scopes()).hasSize(people);
      assertThat(desk.fears().everybody()).hasSize(people);
      long fears = asked.get() - before;
      return new Costs(check, fears, plan);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatAskingOfAllCostsGrowsWithTheRecordsAndNotWithTheirSquare(Linking.Shape shape) {
    Costs few = costs(shape, FEW);
    Costs many = costs(shape, MANY);
    int times = MANY / FEW;
    assertThat(many.check()).isLessThanOrEqualTo(times * few.check());
    assertThat(many.fears()).isLessThanOrEqualTo(times * few.fears());
    assertThat(many.plan()).isLessThanOrEqualTo(times * few.plan());
  }
}
