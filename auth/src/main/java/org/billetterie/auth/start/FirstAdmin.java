package org.billetterie.auth.start;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.billetterie.auth.AuthConfig;
import org.billetterie.auth.account.AccountStore;
import org.billetterie.auth.account.Email;
import org.billetterie.auth.password.Passwords;
import org.billetterie.auth.register.FirstPassword;
import org.billetterie.auth.register.NewAccounts;
import org.billetterie.kit.database.Database;
import org.billetterie.kit.token.Role;
import org.jboss.logging.Logger;

/// Makes the first administrator on an empty database: the one whom the operator named, or else one
/// with a random password in a file. Nothing of it is ever logged.
@Singleton
final class FirstAdmin {
  private static final Logger LOG = Logger.getLogger(FirstAdmin.class);
  private static final Email NOBODY_NAMED = new Email("admin@localhost");
  private static final String NAME = "Admin";
  private static final String REQUEST_ID = "first-admin";

  private final AuthConfig config;
  private final Database database;
  private final AccountStore store;
  private final NewAccounts accounts;
  private final Passwords passwords;
  private final FirstAdminFile file;

  FirstAdmin(
      AuthConfig config,
      Database database,
      AccountStore store,
      NewAccounts accounts,
      Passwords passwords,
      FirstAdminFile file) {
    this.config = config;
    this.database = database;
    this.store = store;
    this.accounts = accounts;
    this.passwords = passwords;
    this.file = file;
  }

  void makeWhereNobodyIs() {
    if (!wanted()) {
      return;
    }
    Email email = config.adminEmail().orElse(NOBODY_NAMED);
    accounts.add(email, NAME, "fr", Role.ADMIN, password(email), REQUEST_ID);
    LOG.info("the first administrator was made");
  }

  /// A demo has logins of its own: there only the named one is made, also when the world stands.
  private boolean wanted() {
    if (!config.house().demo()) {
      return database.read(store::isEmpty);
    }
    return config
        .adminEmail()
        .filter(email -> database.read(handle -> store.findByEmail(handle, email.text())).isEmpty())
        .isPresent();
  }

  /// The file is written first: an account whose password nobody can read would be no use.
  private FirstPassword password(Email email) {
    Optional<Path> chosen = config.adminPasswordFile();
    if (chosen.isPresent()) {
      return FirstPassword.chosen(AuthConfig.firstLine(chosen.get()).orElseThrow());
    }
    String password = passwords.random();
    file.write(email, password);
    return FirstPassword.random(password);
  }
}
