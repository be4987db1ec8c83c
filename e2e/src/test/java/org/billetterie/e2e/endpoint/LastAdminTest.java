package org.billetterie.e2e.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.billetterie.e2e.client.Accounts;
import org.billetterie.e2e.client.Buyer;
import org.billetterie.e2e.edge.OtherStack;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A house always has an Admin. On a stack where no other test makes one.
@ExtendWith(OtherStack.class)
class LastAdminTest {
  @Test
  void cannotBeDemotedDisabledOrDeleted(Stack stack) {
    Buyer admin = new Accounts(stack).admin();
    String path = "/api/auth/accounts/" + admin.accountId();

    for (String role : List.of("EventCreator", "User", "Basic")) {
      admin.api().send("PATCH", path, Map.of("role", role)).expect(409, "last-admin");
    }
    admin.api().send("PATCH", path, Map.of("disabled", true)).expect(409, "last-admin");
    admin.api().send("DELETE", path, null).expect(409, "last-admin");
    assertThat(admin.api().get("/api/auth/me").expect(200).text("/role")).isEqualTo("Admin");
  }

  /// While there is another, one may go.
  @Test
  void anotherMayGo(Stack stack) {
    Accounts accounts = new Accounts(stack);
    Buyer first = accounts.admin();
    String path = "/api/auth/accounts/" + accounts.make("Admin").id();

    first.api().send("PATCH", path, Map.of("disabled", true)).expect(200);
    first
        .api()
        .send("PATCH", "/api/auth/accounts/" + first.accountId(), Map.of("role", "User"))
        .expect(409, "last-admin");
    first.api().send("DELETE", path, null).expect(204);
  }
}
