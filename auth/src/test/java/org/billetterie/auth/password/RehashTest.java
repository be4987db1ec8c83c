package org.billetterie.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.billetterie.auth.account.AccountStore;
import org.billetterie.auth.secret.Secrets;
import org.billetterie.auth.support.Api;
import org.billetterie.auth.support.TestHouse;
import org.billetterie.kit.database.Database;
import org.junit.jupiter.api.Test;

/// A hash of another cost is made anew when its owner signs in, and only then.
@QuarkusTest
@WithTestResource(TestHouse.class)
class RehashTest {
  @Inject Database database;
  @Inject AccountStore accounts;
  @Inject Secrets secrets;

  @Test
  void bringsAnOldHashUpToDate() {
    String email = withHashOfCost(5);

    assertThat(Api.login(email, "wrong password", "bearer").statusCode()).isEqualTo(401);
    assertThat(hashOf(email)).startsWith("h1$2b$05$");
    assertThat(Api.login(email, Api.PASSWORD, "bearer").statusCode()).isEqualTo(200);
    assertThat(hashOf(email)).startsWith("h1$2b$04$");
    assertThat(Api.login(email, Api.PASSWORD, "bearer").statusCode()).isEqualTo(200);
  }

  /// Of several sign-ins at once, one rehashes first; the others must not be refused for it.
  @Test
  void refusesNobodyWhoSignsInMeanwhile() throws Exception {
    String email = withHashOfCost(6);
    try (var threads = Executors.newFixedThreadPool(6)) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int n = 0; n < 6; n++) {
        answers.add(threads.submit(() -> Api.login(email, Api.PASSWORD, "bearer").statusCode()));
      }
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(200);
      }
    }
  }

  private String withHashOfCost(int cost) {
    String email = Api.register();
    String hash = new PasswordHash(secrets.pepper(), cost, new SecureRandom()).make(Api.PASSWORD);
    database.write(handle ->
        handle
            .createUpdate("UPDATE account SET password_hash = :hash WHERE email = :email")
            .bind("hash", hash)
            .bind("email", email)
            .execute());
    return email;
  }

  private String hashOf(String email) {
    return database
        .read(handle -> accounts.findByEmail(handle, email))
        .orElseThrow()
        .passwordHash();
  }
}
