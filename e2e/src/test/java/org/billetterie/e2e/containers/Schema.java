package org.billetterie.e2e.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.billetterie.e2e.stack.Stack;

/// The schema of webd's database on its volume, and the next release's image.
final class Schema {
  static final String NEXT = "999";

  private static final String JARS = "/app/service/app/";

  private Schema() {}

  /// The migrations that were done, read from a copy.
  static List<String> done(Containers containers, Path folder) throws IOException, SQLException {
    Files.createDirectories(folder);
    containers.engine("cp", containers.id("webd") + ":/data/.", folder.toString());
    try (Connection copy = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("webd.db"));
        Statement query = copy.createStatement();
        ResultSet rows =
            query.executeQuery(
                "SELECT version FROM flyway_schema_history WHERE success = 1 ORDER BY installed_rank")) {
      TreeSet<String> versions = new TreeSet<>();
      while (rows.next()) {
        versions.add(rows.getString(1));
      }
      return List.copyOf(versions);
    }
  }

  /// The migrations that webd's sources have.
  static List<String> written() {
    Path migrations = Stack.ROOT.resolve("webd/src/main/resources/db/migration");
    try (Stream<Path> files = Files.walk(migrations)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("V\\d+__.*\\.sql"))
          .map(name -> name.substring(1, name.indexOf("__")))
          .sorted()
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Builds webd's image with one migration more, as the next release will have.
  static void buildNextRelease(Containers containers, String from, String to, Path folder)
      throws IOException {
    String jar =
        containers
            .exec("webd", "ls", JARS)
            .lines()
            .filter(name -> name.matches("webd.*\\.jar"))
            .findFirst()
            .orElseThrow();
    Files.createDirectories(folder);
    Path copy = folder.resolve(jar);
    containers.engine("cp", containers.id("webd") + ":" + JARS + jar, copy.toString());
    try (FileSystem inside =
        FileSystems.newFileSystem(URI.create("jar:" + copy.toUri()), Map.of())) {
      Files.writeString(
          inside.getPath("/db/migration/common/V" + NEXT + "__next_release.sql"),
          "CREATE TABLE next_release (id INTEGER NOT NULL PRIMARY KEY);\n");
    }
    Files.writeString(
        folder.resolve("Dockerfile"), "FROM " + from + "\nCOPY " + jar + " " + JARS + jar + "\n");
    containers.build(to, folder);
  }
}
