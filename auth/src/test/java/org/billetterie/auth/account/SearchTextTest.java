package org.billetterie.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTextTest {
  @Test
  void forgetsCaseAndAccents() {
    assertThat(SearchText.fold("Hélène CŒUR de Straße")).isEqualTo("helene coeur de strasse");
  }

  @Test
  void takesWildcardsLiterally() {
    assertThat(SearchText.pattern("50%_!")).isEqualTo("%50!%!_!!%");
  }
}
