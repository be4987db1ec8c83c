package org.billetterie.kit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/// Fills a service's part of a demo beside its start: the service serves meanwhile, and
/// `/health/well` tells when the demo is complete.
public final class DemoFurnishing {
  private static final Logger LOG = Logger.getLogger(DemoFurnishing.class);
  private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(10);

  private volatile boolean wanted;
  private volatile boolean done;

  /// Runs the work once it can; where it fails, again after 10 s until it does not.
  ///
  /// @param name of the thread, and in the log
  public void begin(String name, Runnable work) {
    wanted = true;
    Thread.ofVirtual().name(name).start(() -> untilDone(name, work));
  }

  /// Whether what is to be there is there; always true where nothing was begun.
  public boolean isComplete() {
    return done || !wanted;
  }

  private void untilDone(String name, Runnable work) {
    while (!done) {
      try {
        work.run();
        done = true;
      } catch (RuntimeException failed) {
        LOG.errorf(failed, "%s cannot be furnished", name);
        LockSupport.parkNanos(TRY_AGAIN_AFTER.toNanos());
      }
    }
  }
}
