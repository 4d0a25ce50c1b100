package org.sala.ui.transit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sala.casework.packages.register.Doubt;

/** When the sender of a refused package is told to seal again. */
class FoundWordsTest {
  /** Whose key may be in other hands, or who is the wrong one to seal. */
  private static final Set<Doubt> NEVER =
      EnumSet.of(Doubt.SIGNER_REVOKED, Doubt.CHANGE_AUTHOR_REVOKED, Doubt.OTHER_STATION);

  @ParameterizedTest
  @EnumSource(Doubt.class)
  void toSealAgainIsNeverSaidWhereTheKeyWasTakenBackWhateverElseIsInDoubt(Doubt doubt) {
    assertThat(FoundWords.helpsToSeal(List.of(doubt))).isEqualTo(!NEVER.contains(doubt));
    for (Doubt never : NEVER) {
      assertThat(FoundWords.helpsToSeal(List.of(doubt, never))).isFalse();
      assertThat(FoundWords.helpsToSeal(List.of(never, doubt))).isFalse();
    }
  }

  @Test
  void whereNobodyIsInDoubtItHelps() {
    assertThat(FoundWords.helpsToSeal(List.of())).isTrue();
  }
}
