package org.billetterie.webd;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.billetterie.kit.config.HouseSettings;
import org.billetterie.kit.config.Settings;

/// Every setting of webd, checked when it starts.
///
/// @param authUrl where auth answers on the inner network
/// @param frontendUrl where the frontend answers on the inner network
/// @param jwksFile auth's public keys as last fetched, so that webd starts while auth is down
/// @param hold how long an unpaid order keeps its seats
/// @param testPayment whether the test card is taken
/// @param bench whether `bin/bench` measures here: the no-op route is there
/// @param batchMax movements that the sale desk decides with one commit; other than 1,024 only to
///   measure what a commit each would cost
public record WebdConfig(
    HouseSettings house,
    int port,
    String databaseUrl,
    URI authUrl,
    URI frontendUrl,
    Path jwksFile,
    Duration hold,
    boolean testPayment,
    boolean bench,
    int batchMax) {
  private static final int BATCH_MAX = 1_024;

  public static WebdConfig from(Settings settings) {
    HouseSettings house = HouseSettings.from(settings);
    boolean bench = settings.flag("BENCH");
    return new WebdConfig(
        house,
        settings.integer("WEBD_PORT", 3000, 1, 65_535),
        settings.databaseUrl("WEBD_DATABASE_URL", "jdbc:sqlite:data/webd/webd.db"),
        url(settings, "WEBD_AUTH_URL", "http://127.0.0.1:3001"),
        url(settings, "WEBD_FRONTEND_URL", "http://127.0.0.1:3080"),
        Path.of(settings.text("WEBD_JWKS_FILE", "data/webd/jwks.json")),
        Duration.ofSeconds(settings.integer("WEBD_HOLD_SECONDS", 900, 1, 86_400)),
        settings.flag("PAYMENT_TEST") || house.demo(),
        bench,
        batchMax(settings, bench));
  }

  private static int batchMax(Settings settings, boolean bench) {
    int max = settings.integer("WEBD_BATCH_MAX", BATCH_MAX, 1, BATCH_MAX);
    if (max != BATCH_MAX && !bench) {
      settings.mistake("WEBD_BATCH_MAX", "is for measuring: it needs BENCH=1 beside it");
    }
    return max;
  }

  /// How a priced order can be paid here; empty where nothing is configured.
  public List<String> paymentMethods() {
    return testPayment ? List.of("test-card") : List.of();
  }

  private static URI url(Settings settings, String name, String usual) {
    String text = settings.text(name, usual);
    try {
      URI url = URI.create(text);
      if (url.getHost() != null && url.getScheme().startsWith("http")) {
        return url;
      }
    } catch (IllegalArgumentException notAUrl) {
      // Said below.
    }
    settings.mistake(name, "must look like " + usual);
    return URI.create(usual);
  }
}
