package org.billetterie.webd.house;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.billetterie.kit.database.Database;
import org.billetterie.kit.http.StructuredLog;
import org.billetterie.kit.problem.Problem;
import org.billetterie.webd.WebdConfig;
import org.billetterie.webd.image.ImageStore;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/// Reads and writes what the pages say of the house. The last one who writes a field is right.
@ApplicationScoped
public class KeepHouse {
  private static final Logger LOG = Logger.getLogger("billetterie.house");
  private static final HouseText NOT_WRITTEN = new HouseText("", "");

  private final Database database;
  private final WebdConfig config;
  private volatile Accent accent;

  KeepHouse(Database database, WebdConfig config) {
    this.database = database;
    this.config = config;
  }

  /// What every page shows.
  public HouseView find() {
    return database.read(this::view);
  }

  public HouseView change(HouseRequest request, UUID by) {
    HouseView changed =
        database.write(handle -> {
          House house = HouseStore.find(handle).with(request);
          if (house.logoId() != null && !ImageStore.exists(handle, house.logoId())) {
            throw Problem.field("/logo", "unknown-id");
          }
          HouseStore.update(handle, house);
          return view(handle);
        });
    log("house changed", by);
    return changed;
  }

  HouseText text(HouseText.Name name) {
    return database.read(handle -> HouseStore.texts(handle).getOrDefault(name, NOT_WRITTEN));
  }

  public HouseText write(HouseText.Name name, HouseText text, UUID by) {
    HouseText stripped = new HouseText(text.fr().strip(), text.en().strip());
    database.write(handle -> {
      HouseStore.write(handle, name, stripped);
      return null;
    });
    log("house text written: " + name.wire(), by);
    return stripped;
  }

  private HouseView view(Handle handle) {
    House house = HouseStore.find(handle);
    return HouseView.of(
        house, accent(house.accent()), HouseStore.written(handle), config.paymentMethods());
  }

  /// Every page asks for it, so it is not worked out each time.
  private Accent accent(String hex) {
    Accent known = accent;
    if (hex == null || (known != null && known.asked().equals(hex))) {
      return hex == null ? null : known;
    }
    Accent made = Accent.of(hex);
    accent = made;
    return made;
  }

  private static void log(String message, UUID by) {
    StructuredLog.write(LOG, Logger.Level.INFO, message, Map.of("accountId", by));
  }
}
