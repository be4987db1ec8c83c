package org.billetterie.e2e.control;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What the code that [FaultAgent] adds to a service asks while it runs: is this fault on? A fault
/// is on while a file of its name lies in the folder that the agent was given.
public final class Switches {
  /// The file `clock.webd` holds the milliseconds by which webd's clock is wrong.
  static final String CLOCK = "clock";

  /// Services are started as `java -jar …/webd/target/…`.
  private static final String SERVICE =
      System.getProperty("java.class.path").contains("/webd/") ? "webd" : "auth";

  private static volatile File folder;

  private Switches() {}

  public static void readFrom(String path) {
    folder = new File(path);
  }

  public static boolean on(String name) {
    return new File(folder, name).exists();
  }

  /// @throws IllegalStateException while that fault is on
  public static void failIfOn(String name) {
    if (on(name)) {
      throw new IllegalStateException("planted fault: " + name);
    }
  }

  /// The wall clock, as wrong as the fault says for this service.
  public static long millis() {
    return System.currentTimeMillis() + shift(CLOCK + "." + SERVICE);
  }

  private static long shift(String name) {
    File clock = new File(folder, name);
    if (!clock.exists()) {
      return 0;
    }
    try {
      return Long.parseLong(Files.readString(clock.toPath()).strip());
    } catch (IOException setRightMeanwhile) {
      return 0;
    }
  }

  /// A result, waited for as long as was meant, or without an end.
  public static Object get(CompletableFuture<?> result, long most, TimeUnit unit)
      throws ExecutionException, TimeoutException, InterruptedException {
    return on("auth_is_waited_for") ? result.get() : result.get(most, unit);
  }
}
