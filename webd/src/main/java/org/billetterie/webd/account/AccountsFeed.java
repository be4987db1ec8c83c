package org.billetterie.webd.account;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.Map;
import org.billetterie.kit.http.StructuredLog;
import org.billetterie.webd.AskAuth;
import org.billetterie.webd.WhileStarting;
import org.jboss.logging.Logger;

/// Asks auth every 2 s what has changed since the last number it gave. Each replica asks for itself
/// and keeps its place in its database, so that nothing is missed while either is down.
@ApplicationScoped
public class AccountsFeed {
  private static final Logger LOG = Logger.getLogger(AccountsFeed.class);
  private static final int PAGE = 500;
  private static final int PAGES_MAX = 1_000;

  private final Accounts accounts;
  private final Event<AccountDeleted> deletions;
  private final AskAuth auth;
  private final ObjectMapper json;
  private boolean silent;

  AccountsFeed(
      Accounts accounts, Event<AccountDeleted> deletions, AskAuth auth, ObjectMapper json) {
    this.accounts = accounts;
    this.deletions = deletions;
    this.auth = auth;
    this.json = json;
  }

  void begin(@Observes StartupEvent started) {
    WhileStarting.repeat("first-accounts", () -> accounts.fresh() || ask() == null);
  }

  @Scheduled(every = "2s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void poll() {
    Exception failure = ask();
    if (failure == null && silent) {
      LOG.info("the accounts feed answers again");
    } else if (failure != null && !silent) {
      LOG.warnf("the accounts feed does not answer: %s", failure);
    }
    silent = failure != null;
  }

  /// @return what went wrong, null when everything new has been read
  private synchronized Exception ask() {
    try {
      for (int pages = 0; pages < PAGES_MAX && readOnePage(); pages++) {}
      accounts.heard();
      return null;
    } catch (IOException | RuntimeException failed) {
      return failed;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return stopping;
    }
  }

  /// @return whether there is more to read
  private boolean readOnePage() throws IOException, InterruptedException {
    long cursor = accounts.cursor();
    FeedPage page = fetch(cursor);
    if (page.last() < cursor) {
      LOG.warn("auth has an older database than ours has read: reading its feed from the start");
      accounts.apply(new FeedPage(java.util.List.of(), page.last()), 0);
      return true;
    }
    if (page.items().isEmpty()) {
      return false;
    }
    long reached = page.items().getLast().seq();
    accounts.apply(page, reached);
    page.items().forEach(this::follow);
    return reached < page.last();
  }

  private FeedPage fetch(long cursor) throws IOException, InterruptedException {
    String page = auth.get("/internal/accounts?after=" + cursor + "&limit=" + PAGE);
    return json.readValue(page, FeedPage.class);
  }

  private void follow(FeedPage.Change change) {
    StructuredLog.write(
        LOG,
        Logger.Level.INFO,
        "account changed",
        Map.of(
            "requestId", change.requestId() == null ? "none" : change.requestId(),
            "accountId", change.accountId(),
            "role", change.role().wire(),
            "disabled", change.disabled(),
            "endedSessions", change.endedSessions().size()));
    if (change.deletedAt() != null) {
      deletions.fire(new AccountDeleted(change.accountId()));
    }
  }
}
