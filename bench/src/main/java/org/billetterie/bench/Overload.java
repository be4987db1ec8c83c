package org.billetterie.bench;

/// Ten times the buyers, then the usual number again.
///
/// @param peak with the number of buyers at which the house sells fastest
/// @param tenfold with ten times as many, through the door
/// @param beyond with more buyers than the desk lets queue, straight at webd
/// @param normalAfterSeconds until the usual number is served as before
record Overload(Measured peak, Measured tenfold, Measured beyond, double normalAfterSeconds) {
  static final int PEAK = 256;
  static final int TENFOLD = 10 * PEAK;
  static final int BEYOND = 10_000;
  private static final int USUAL = 64;
  private static final int PATIENCE_SECONDS = 10;
  private static final double AS_BEFORE = 0.8;

  static Overload run(Wrk wrk, Round round, int seconds) {
    House house = round.house();
    Measured usual = wrk.run(house, round.hotEvent(USUAL, seconds));
    Measured peak = wrk.run(house, round.hotEvent(PEAK, seconds));
    Measured tenfold = wrk.run(house, round.hotEvent(TENFOLD, seconds));
    double[] normalAfter = {0};
    Measured beyond =
        wrk.run(
            house,
            round.hotEventAtWebd(BEYOND, seconds),
            () -> normalAfter[0] = normalAfter(wrk, round, usual));
    return new Overload(peak, tenfold, beyond, normalAfter[0]);
  }

  private static double normalAfter(Wrk wrk, Round round, Measured usual) {
    long endedAt = System.nanoTime();
    for (int second = 1; second <= PATIENCE_SECONDS; second++) {
      Measured again = wrk.run(round.house(), round.hotEvent(USUAL, 1));
      if (again.failed() + again.refused() == 0
          && again.perSecond() >= AS_BEFORE * usual.perSecond()) {
        break;
      }
    }
    return (System.nanoTime() - endedAt) / 1e9;
  }

  double webdMegabytes() {
    return Math.max(tenfold.usage().webdMegabytes(), beyond.usage().webdMegabytes());
  }

  double goodput() {
    return tenfold.perSecond() / peak.perSecond();
  }
}
