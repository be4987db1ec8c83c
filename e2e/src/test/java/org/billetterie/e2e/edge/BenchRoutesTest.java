package org.billetterie.e2e.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.billetterie.e2e.client.Api;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.client.People;
import org.billetterie.e2e.stack.SharedStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What `bin/bench` compares with is there for `bin/bench` alone.
@ExtendWith(SharedStack.class)
class BenchRoutesTest {

  @Test
  void areNotThereWithoutBench(Stack stack) throws IOException {
    Buyer buyer = new People(stack).buyers(1).getFirst();
    Path world = stack.webdDatabase().getParent().getParent();
    Api insider =
        buyer.api().with("X-Hop-Secret", Files.readString(world.resolve("hop-secret")).strip());
    Map<String, Object> line = Map.of("ticketTypeId", Buyer.newKey(), "quantity", 1);
    Map<String, Object> order = Map.of("lines", List.of(line));

    assertThat(insider.get("/bench/204").status()).isNotEqualTo(204);
    assertThat(insider.post("/bench/orders", order, "Idempotency-Key", "k").status())
        .isIn(404, 405);
    Api webd = insider.at(stack.webdUrl());
    assertThat(webd.post("/internal/bench/orders", order, "Idempotency-Key", "k").status())
        .isEqualTo(404);
  }
}
