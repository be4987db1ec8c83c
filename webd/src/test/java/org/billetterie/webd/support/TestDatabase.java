package org.billetterie.webd.support;

import java.nio.file.Path;
import org.billetterie.kit.database.Database;

/// A real database of webd in a folder of the test's own.
public final class TestDatabase {
  private TestDatabase() {}

  public static String url(Path folder) {
    return "jdbc:sqlite:" + folder.resolve("webd.db");
  }

  public static Database in(Path folder) {
    return Database.open(url(folder));
  }
}
