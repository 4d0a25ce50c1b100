package org.sala.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** By which words a name is found, as people write names. */
class FoldingTest {
  @Test
  void whoIsWrittenWithATitleIsFoundWithoutIt() {
    assertThat(Folding.words("นายสมชาย ใจดี"))
        .contains("นายสมชาย ใจดี", "นายสมชาย", "สมชาย", "ใจดี");
    assertThat(Folding.words("นางสาวสมหญิง")).contains("สมหญิง").doesNotContain("สาวสมหญิง");
    assertThat(Folding.words("เด็กหญิงมะลิ")).contains("มะลิ");
    assertThat(Folding.words("น.ส.สมหญิง")).contains("สมหญิง");
    assertThat(Folding.words("ဦးအောင်")).contains("အောင်");
    assertThat(Folding.words("ທ້າວສົມ")).contains("ສົມ");
  }

  @Test
  void aNameThatOnlyBeginsLikeATitleStaysWhole() {
    assertThat(Folding.words("นาย")).containsExactly("นาย");
    assertThat(Folding.words("คุณากร")).containsExactly("คุณากร");
    assertThat(Folding.words("Mrs Example")).containsExactly("mrs example", "mrs", "example");
  }
}
