package org.billetterie.webd.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.billetterie.kit.http.Page;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;
import org.billetterie.kit.token.AccessToken;
import org.billetterie.kit.token.TokenGuard;
import org.billetterie.webd.event.Events;
import org.billetterie.webd.event.SaleState;
import org.jboss.logging.Logger;

/// The open pages and the one turn a second that tells them what is new. It reads the last commit,
/// so it also sees what another replica has sold.
@ApplicationScoped
class Live {
  /// Each costs a connection here and two at the door; whoever is refused asks now and then.
  static final int WATCHERS_MAX = 2_000;

  private static final Logger LOG = Logger.getLogger(Live.class);
  private static final int RETRY_SECONDS = 30;

  private final Events events;
  private final TokenGuard guard;
  private final Clock clock;
  private final ObjectMapper mapper;
  private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
  private volatile boolean open = true;

  Live(Events events, TokenGuard guard, Clock clock, ObjectMapper mapper, MeterRegistry meters) {
    this.events = events;
    this.guard = guard;
    this.clock = clock;
    this.mapper = mapper;
    meters.gaugeCollectionSize("live_watchers", List.of(), watchers);
  }

  /// As soon as the process is asked to end, beside all else: what drains waits for open answers.
  void start(@Observes StartupEvent started) {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "live-close"));
  }

  /// The state of these events, then what changes, at most one message a second.
  ///
  /// @throws Problem 404 when nobody may see any of them
  Multi<String> sale(Set<UUID> ids) {
    Map<UUID, SaleState> states = events.saleStates(ids);
    if (states.isEmpty()) {
      throw Problem.of(CommonProblem.NOT_FOUND);
    }
    List<SaleState> all = List.copyOf(states.values());
    return watched(new SaleWatcher(ids, states, this::items), items(all));
  }

  /// The figures of an event, then again whenever they change, until the caller's token ends.
  Multi<String> sales(UUID id, AccessToken caller) {
    String first = json(events.sales(id, caller));
    Watcher watcher =
        new SalesWatcher(
            id,
            events.saleStates(Set.of(id)).get(id),
            () -> check(caller),
            () -> json(events.sales(id, caller)));
    return watched(watcher, first);
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void turn() {
    if (watchers.isEmpty()) {
      return;
    }
    Set<UUID> looked =
        watchers.stream().flatMap(each -> each.events().stream()).collect(Collectors.toSet());
    Map<UUID, SaleState> states = events.saleStates(looked);
    for (Watcher watcher : watchers) {
      try {
        watcher.tell(states);
      } catch (Problem ended) {
        watcher.end();
      } catch (RuntimeException failed) {
        LOG.warnf("a page that was open is not told any more: %s", failed);
        watcher.end();
      }
    }
  }

  private Multi<String> watched(Watcher watcher, String first) {
    return Multi.createFrom()
        .emitter(
            emitter -> {
              if (!open || watchers.size() >= WATCHERS_MAX) {
                emitter.fail(Problem.of(CommonProblem.OVERLOADED).retryAfter(RETRY_SECONDS));
                return;
              }
              emitter.onTermination(() -> watchers.remove(watcher));
              watchers.add(watcher);
              watcher.begin(emitter, first);
            },
            BackPressureStrategy.BUFFER);
  }

  private void close() {
    open = false;
    watchers.forEach(Watcher::end);
  }

  private void check(AccessToken caller) {
    if (clock.instant().isAfter(caller.expiresAt())) {
      throw Problem.of(CommonProblem.SESSION_ENDED);
    }
    guard.check(caller);
  }

  private String items(List<SaleState> states) {
    return json(new Page<>(states, null));
  }

  private String json(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException ourOwn) {
      throw new IllegalStateException(ourOwn);
    }
  }
}
