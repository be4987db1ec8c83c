package org.billetterie.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundListsTest {
  @Test
  void repeatTheLastValueUpToTheNextPowerOfTwo() {
    assertThat(RoundLists.of(List.of())).isEmpty();
    assertThat(RoundLists.of(List.of(7))).containsExactly(7);
    assertThat(RoundLists.of(List.of(1, 2))).containsExactly(1, 2);
    assertThat(RoundLists.of(List.of(1, 2, 3))).containsExactly(1, 2, 3, 3);
    assertThat(RoundLists.of(List.of(1, 2, 3, 4, 5))).containsExactly(1, 2, 3, 4, 5, 5, 5, 5);
  }

  @Test
  void haveFewLengths() {
    assertThat(
            IntStream.rangeClosed(1, 1024)
                .mapToObj(n -> RoundLists.of(IntStream.range(0, n).boxed().toList()).size())
                .distinct())
        .hasSize(11);
  }
}
