package org.billetterie.e2e.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.billetterie.e2e.client.Accounts;
import org.billetterie.e2e.client.Api;
import org.billetterie.e2e.client.EventStream;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.Part;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Pages that follow a sale hold connections: how many, and what becomes of them when webd is asked
/// to end.
@ExtendWith(OtherStack.class)
class OpenPagesTest {
  private static final Duration WAIT_MAX = Duration.ofSeconds(60);

  /// Without it webd waits 20 s for answers that never end.
  private static final Duration ENDED_WITHIN = Duration.ofSeconds(15);

  @Test
  void areBoundedForAnAddressAndEndCleanlyWithWebd(Stack stack) {
    Api door = new Api(stack.url());
    Show show = new Accounts(stack).organizer().publish("Suivi", 5, 0);
    String path = "/api/events/availability/live?id=" + show.id();
    List<EventStream> pages = new ArrayList<>();
    try {
      for (int i = 0; i < OtherStack.LIVE_MAX; i++) {
        pages.add(door.follow(path));
      }
      pages.forEach(page -> page.await("the first message", WAIT_MAX, message -> true));
      try (EventStream oneMore = door.follow(path)) {
        assertThat(oneMore.status()).isEqualTo(429);
        assertThat(oneMore.header("Retry-After")).isNotEmpty();
      }
      door.get(show.path()).expect(200);

      long asked = System.nanoTime();
      long ended = stack.terminate(Part.WEBD);
      Until.holds(
          "the pages' answers end",
          WAIT_MAX,
          () -> pages.stream().allMatch(EventStream::endedCleanly));
      Until.holds(
          "webd has ended",
          WAIT_MAX,
          () -> ProcessHandle.of(ended).filter(ProcessHandle::isAlive).isEmpty());
      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(ENDED_WITHIN);
      stack.awaitRestart(Part.WEBD, ended);
    } finally {
      pages.forEach(EventStream::close);
    }
  }
}
