package org.billetterie.e2e.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.history.Control;
import org.billetterie.e2e.history.History;
import org.billetterie.e2e.history.HistoryCheck;
import org.billetterie.e2e.history.Outcome;
import org.billetterie.e2e.history.Sales;

/// Goes through what webd did during a sale: was any answer on its way before what it tells was on
/// the disk, and what would be there if the power had failed at this moment?
final class PowerLoss {
  private static final Pattern GIVEN = Pattern.compile("\"id\":\"([0-9a-f]{8}-[0-9a-f-]{27})\"");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");
  private static final Pattern ACKNOWLEDGED = Pattern.compile("^HTTP/1\\.1 20[01] ");

  private final List<SystemCalls.Happening> happened;
  private final DiskImage disk;
  private final History history;
  private final Random chance;
  private final Path folder;
  private final int images;
  private final Map<String, History.Entry> told = new HashMap<>();
  private final Set<History.Entry> acknowledged = new HashSet<>();
  private final Map<String, Integer> writtenAt = new HashMap<>();
  private final List<Integer> syncs = new ArrayList<>();
  private final Findings findings = new Findings();

  /// What was found.
  static final class Findings {
    int boundaries;
    int images;
    int answers;

    /// Answers of which something was not yet on the disk.
    int early;

    /// Acknowledged tickets and orders that an image has lost; the most of all images.
    long lost;

    Path last;
  }

  /// @param images at how many moments an image is looked at, at most
  PowerLoss(
      List<SystemCalls.Happening> happened,
      DiskImage disk,
      History history,
      Random chance,
      Path folder,
      int images) {
    this.happened = happened;
    this.disk = disk;
    this.history = history;
    this.chance = chance;
    this.folder = folder;
    this.images = images;
    for (History.Entry entry : history.entries()) {
      if (entry.outcome() instanceof Outcome.Ok ok) {
        List<String> ids = new ArrayList<>(List.of(ok.orderId()));
        ids.addAll(ok.ticketIds());
        told.put(String.join(" ", ids), entry);
      }
    }
  }

  /// @param lossIsExpected then what is lost is counted, else it is an error
  Findings find(boolean lossIsExpected) {
    long all = happened.stream().filter(this::isBoundary).count();
    long every = Math.max(1, all / images);
    for (int i = 0; i < happened.size(); i++) {
      switch (happened.get(i)) {
        case SystemCalls.Sent sent -> sent(sent.bytes());
        case SystemCalls.Wrote wrote when disk.concerns(wrote.file()) -> wrote(i, wrote);
        case SystemCalls.Cut cut when disk.concerns(cut.file()) -> disk.write(i, cut.file(), cut);
        case SystemCalls.Synced sync when disk.concerns(sync.file()) -> {
          // What is here before this sync counts is all that would be found.
          if (findings.boundaries++ % every == 0) {
            look(null, lossIsExpected);
            look(chance, lossIsExpected);
          }
          disk.sync(sync);
          syncs.add(sync.covers());
        }
        default -> {}
      }
    }
    look(null, lossIsExpected);
    return findings;
  }

  private boolean isBoundary(SystemCalls.Happening happening) {
    return happening instanceof SystemCalls.Synced sync && disk.concerns(sync.file());
  }

  private void wrote(int index, SystemCalls.Wrote wrote) {
    disk.write(index, wrote.file(), wrote);
    Matcher ids = ID.matcher(new String(wrote.bytes(), StandardCharsets.ISO_8859_1));
    while (ids.find()) {
      writtenAt.putIfAbsent(ids.group(), index);
    }
  }

  private void sent(String bytes) {
    if (!ACKNOWLEDGED.matcher(bytes).find()) {
      return;
    }
    List<String> ids = new ArrayList<>();
    Matcher given = GIVEN.matcher(bytes);
    while (given.find()) {
      ids.add(given.group(1));
    }
    History.Entry entry = told.get(String.join(" ", ids));
    if (entry == null) {
      return;
    }
    acknowledged.add(entry);
    findings.answers++;
    boolean early = ids.stream().anyMatch(id -> !onDisk(id));
    findings.early += early ? 1 : 0;
  }

  private boolean onDisk(String id) {
    Integer at = writtenAt.get(id);
    return at != null && syncs.stream().anyMatch(covers -> covers > at);
  }

  private void look(Random sectors, boolean lossIsExpected) {
    Path database = disk.writeTo(clean(), sectors);
    integrity(database);
    findings.images++;
    findings.last = database;
    Sales sales = Sales.read(database);
    History then = known();
    if (lossIsExpected) {
      findings.lost = Math.max(findings.lost, Control.lost(then, sales));
    } else {
      HistoryCheck.assertHolds(then, sales);
    }
  }

  /// What buyers had been told until now; of the rest nobody knows.
  private History known() {
    History known = new History();
    for (History.Entry entry : history.entries()) {
      known.write(
          entry.attempt(),
          () -> {
            if (acknowledged.contains(entry) && entry.outcome() instanceof Outcome.Ok ok) {
              return new Answer(201, HttpHeaders.of(Map.of(), (name, value) -> true), ok.body());
            }
            throw new UncheckedIOException(new IOException("the power failed"));
          });
    }
    return known;
  }

  private static void integrity(Path database) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
      row.next();
      if (!"ok".equals(row.getString(1))) {
        throw new AssertionError("after a power loss: " + row.getString(1));
      }
    } catch (SQLException unreadable) {
      throw new AssertionError("unreadable after a power loss", unreadable);
    }
  }

  private Path clean() {
    try (var old = Files.list(folder)) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
      return folder;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
