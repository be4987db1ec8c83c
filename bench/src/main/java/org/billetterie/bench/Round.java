package org.billetterie.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// One round in one house: fresh accounts (a token lives 15 minutes) and fresh events.
final class Round {
  static final int ACCOUNTS = 1_000;
  private static final int EVENTS = 100;
  private static final int CAPACITY = 1_000_000;
  private static final AtomicInteger RUNS = new AtomicInteger();

  private final House house;
  private final Path folder;
  private final String admin;
  private final Show hot;
  private final Path tokens;
  private final Path hotTarget;
  private final Path hundredTargets;
  private final Path pricedTarget;

  Round(House house, Path folder) {
    this.house = house;
    this.folder = folder;
    this.admin = house.signIn();
    this.hot = house.event(admin, "Ouverture", CAPACITY, 0);
    try {
      Files.createDirectories(folder);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    this.tokens = folder.resolve("tokens");
    house.seed(ACCOUNTS, tokens);
    this.hotTarget = targets("hot", List.of(hot));
    List<Show> hundred = new ArrayList<>();
    for (int i = 1; i <= EVENTS; i++) {
      hundred.add(house.event(admin, "Soirée " + i, CAPACITY, 0));
    }
    this.hundredTargets = targets("hundred", hundred);
    this.pricedTarget = targets("priced", List.of(house.event(admin, "Gala", CAPACITY, 1_250)));
  }

  House house() {
    return house;
  }

  Show newEvent(String title, int capacity) {
    return house.event(admin, title, capacity, 0);
  }

  Show hot() {
    return hot;
  }

  Load hotEvent(int connections, int seconds) {
    return orders(house.url(), hotTarget, connections, seconds);
  }

  Load hotEventAtWebd(int connections, int seconds) {
    return orders(house.webdUrl(), hotTarget, connections, seconds);
  }

  Load hundredEvents(int connections, int seconds) {
    return orders(house.url(), hundredTargets, connections, seconds);
  }

  Load ordersOf(Show show, int connections, int seconds) {
    return orders(house.url(), targets(show.id(), List.of(show)), connections, seconds);
  }

  Load noOp(int connections, int seconds) {
    Path target = write("no-op", List.of("/bench/orders " + hot.body()));
    return new Load(
        house.url(),
        "orders.lua",
        1,
        connections,
        seconds,
        false,
        List.of(
            tokens.toString(), target.toString(), newKeys(), "X-Hop-Secret: " + house.hopSecret()));
  }

  /// One connection a thread: see `pay.lua`.
  Load ordersAndPayments(int connections, int seconds) {
    return new Load(
        house.url(),
        "pay.lua",
        connections,
        connections,
        seconds,
        true,
        List.of(tokens.toString(), pricedTarget.toString(), newKeys()));
  }

  Load get(String path, int connections, int seconds) {
    return new Load(house.url() + path, "report.lua", 1, connections, seconds, false, List.of());
  }

  /// What the admin reads of his own.
  Load mine(String path, int seconds) {
    return new Load(
        house.url() + path, "report.lua", 1, 4, seconds, false, List.of(house.signIn()));
  }

  Load signIns(int connections, int seconds) {
    return accounts(
        "/api/auth/login",
        "{\"email\":\"%s\",\"password\":\"%s\",\"session\":\"bearer\"}"
            .formatted(House.ADMIN, house.password()),
        connections,
        seconds);
  }

  Load registrations(int connections, int seconds) {
    return accounts(
        "/api/auth/register",
        "{\"email\":\"%s-NUMBER@bench.example\",\"password\":\"%s\",\"name\":\"Acheteur\"}"
            .formatted(newKeys(), house.password()),
        connections,
        seconds);
  }

  private Load accounts(String path, String body, int connections, int seconds) {
    return new Load(
        house.url(), "accounts.lua", 1, connections, seconds, false, List.of(path, body));
  }

  private Load orders(String url, Path targets, int connections, int seconds) {
    return new Load(
        url,
        "orders.lua",
        1,
        connections,
        seconds,
        true,
        List.of(tokens.toString(), targets.toString(), newKeys()));
  }

  /// The beginning of the keys of a run: no two runs share one.
  private static String newKeys() {
    return "run" + RUNS.incrementAndGet();
  }

  private Path targets(String name, List<Show> shows) {
    return write(name, shows.stream().map(Show::target).toList());
  }

  private Path write(String name, List<String> lines) {
    try {
      return Files.write(folder.resolve(name), lines);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
