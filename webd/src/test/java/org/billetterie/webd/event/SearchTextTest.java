package org.billetterie.webd.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {
  @ParameterizedTest
  @CsvSource({
    "Théâtre d’ÉTÉ, theatre d’ete",
    "Cœur & Lætitia, coeur & laetitia",
    "ＦＵＬＬ, full",
    "Straße, straße"
  })
  void ignoresAccentsAndCase(String text, String folded) {
    assertThat(SearchText.fold(text)).isEqualTo(folded);
  }

  @Test
  void takesWildcardsLiterally() {
    assertThat(SearchText.pattern(" 100%_! ")).isEqualTo("%100!%!_!!%");
  }
}
