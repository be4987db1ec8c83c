package org.billetterie.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Watches a run: who used how much of the processors, and how large the services grew.
final class Meter {
  private static final Duration STEP = Duration.ofMillis(50);

  private final List<Long> webd;
  private final List<Long> auth;
  private final List<Long> lb;
  private final List<Long> generators;
  private final long startedAt = System.nanoTime();
  private final double webdBefore;
  private final double authBefore;
  private final double lbBefore;
  private final double generatorsBefore;
  private final double busyBefore;

  /// @param generators everything that makes requests meanwhile
  Meter(House house, List<Long> generators) {
    this.webd = List.of(house.process("webd"));
    this.auth = List.of(house.process("auth"));
    this.lb = Cpu.family(house.process("lb"));
    this.generators = generators;
    this.webdBefore = Cpu.seconds(webd);
    this.authBefore = Cpu.seconds(auth);
    this.lbBefore = Cpu.seconds(lb);
    this.generatorsBefore = Cpu.seconds(generators);
    this.busyBefore = Cpu.busySeconds();
  }

  /// Until `watched` has ended: what it used can be read only while it is there.
  Usage watch(Process watched) throws InterruptedException {
    double wrkSeconds = 0;
    double webdMegabytes = 0;
    double authMegabytes = 0;
    do {
      wrkSeconds = Math.max(wrkSeconds, Cpu.seconds(generators) - generatorsBefore);
      webdMegabytes = Math.max(webdMegabytes, Cpu.megabytes(webd.getFirst()));
      authMegabytes = Math.max(authMegabytes, Cpu.megabytes(auth.getFirst()));
    } while (!watched.waitFor(STEP.toMillis(), TimeUnit.MILLISECONDS));
    double elapsed = (System.nanoTime() - startedAt) / 1e9;
    double webdSeconds = Cpu.seconds(webd) - webdBefore;
    double authSeconds = Cpu.seconds(auth) - authBefore;
    double lbSeconds = Cpu.seconds(lb) - lbBefore;
    double ours = webdSeconds + authSeconds + lbSeconds + wrkSeconds;
    return new Usage(
        webdSeconds / elapsed,
        lbSeconds / elapsed,
        authSeconds / elapsed,
        wrkSeconds / elapsed,
        Math.max(0, Cpu.busySeconds() - busyBefore - ours) / elapsed,
        webdMegabytes,
        authMegabytes);
  }
}
