package org.billetterie.e2e.stack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The search for secrets finds them, and does not print them.
class CanariesTest {
  @TempDir private Path logs;

  private final Canaries canaries = new Canaries();

  @Test
  void aSecretInALogIsFoundByItsLineAndNotPrinted() throws IOException {
    String token = canaries.add("head.claims.signature-of-a-token");
    Files.writeString(logs.resolve("lb.log"), "{}\n{\"path\":\"/x?t=signature-of-a-token\"}\n");
    Files.writeString(logs.resolve("auth.log"), "{\"password\":\"" + canaries.password() + "\"}");
    Files.writeString(logs.resolve("webd.log"), "{\"card\":\"" + Canaries.CARD + "\"}");

    assertThatThrownBy(() -> canaries.assertAbsent(logs))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("lb.log:2", "auth.log:1", "webd.log:1")
        .hasMessageNotContainingAny(token, "signature-of-a-token", canaries.password());
  }

  @Test
  void aLogWithoutSecretsIsClean() throws IOException {
    canaries.add("head.claims.signature-of-a-token");
    Files.writeString(logs.resolve("lb.log"), "{\"path\":\"/signature-of-another\"}\n");
    canaries.assertAbsent(logs);
  }
}
