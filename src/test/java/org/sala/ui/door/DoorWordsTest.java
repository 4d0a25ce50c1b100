package org.sala.ui.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sala.casework.Workplace.Entry;
import org.sala.ui.text.Texts;

/** Whoever is not let in reads why, each reason in its own words. */
class DoorWordsTest {

  @Test
  void everyReasonHasWordsOfItsOwnInBothLanguages() {
    List<Entry> reasons =
        List.of(
            new Entry.WrongPassphrase(),
            new Entry.OpenElsewhere(),
            new Entry.KeyFileDamaged(),
            new Entry.StateDamaged(),
            new Entry.ScopeKeysDamaged(),
            new Entry.TooNew(),
            new Entry.ReadOnly(),
            new Entry.DiskFull(),
            new Entry.JournalDamaged(7),
            new Entry.Stopped(),
            new Entry.ServerAway("db.example/sala"),
            new Entry.InFolder(),
            new Entry.ServerDiffers(),
            new Entry.ViewNotMade());
    for (String language : Texts.LANGUAGES) {
      List<String> words =
          reasons.stream().map(e -> EntryWords.of(e, Texts.in(language, ZoneOffset.UTC))).toList();
      assertThat(words).doesNotHaveDuplicates().allSatisfy(w -> assertThat(w).isNotBlank());
      assertThat(words.get(8)).contains("7");
      assertThat(words.get(10)).contains("db.example/sala");
    }
  }
}
