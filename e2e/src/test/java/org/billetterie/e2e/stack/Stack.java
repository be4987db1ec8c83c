package org.billetterie.e2e.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A whole Billetterie of its own: bin/up as a child process, with free ports and its data in a
/// temporary folder. Closing it leaves no process and no file, and looks for secrets in its logs.
public final class Stack implements AutoCloseable {
  public static final Path ROOT = root();

  /// bin/up may have to build first.
  private static final Duration START_MAX = Duration.ofMinutes(10);

  private static final Duration RESTART_MAX = Duration.ofSeconds(90);

  private final Path world;
  private final Map<String, String> environment;
  private final List<String> options;
  private final Canaries canaries = new Canaries();
  private final int port;
  private final int webdPort;
  private Process up;
  private boolean inBackground;

  private Stack(StackSettings settings) {
    try {
      world = Files.createTempDirectory("billetterie-e2e-").toRealPath();
      environment = new HashMap<>(settings.environment());
      options = new ArrayList<>(settings.options());
      List<Integer> ports = Ports.free(4);
      port = ports.get(0);
      webdPort = ports.get(1);
      environment.put("PORT", "" + port);
      environment.put("WEBD_PORT", "" + webdPort);
      environment.putIfAbsent("AUTH_PORT", "" + ports.get(2));
      environment.put("FRONTEND_PORT", "" + ports.get(3));
      environment.put("DATA_DIR", world.toString());
      if (environment.containsKey("ADMIN_EMAIL")) {
        Path password = world.resolve("admin-password");
        Files.writeString(password, canaries.password() + "\nOnly the first line counts.\n");
        environment.put("ADMIN_PASSWORD_FILE", password.toString());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Not started yet: see [#startFromTerminal()].
  public static Stack of(StackSettings settings) {
    Stack stack = new Stack(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(stack::abandon));
    return stack;
  }

  /// Started, and answering through lb.
  public static Stack start(StackSettings settings) {
    Stack stack = of(settings);
    try {
      stack.startAgain();
      return stack;
    } catch (AssertionError failed) {
      stack.stop();
      throw failed;
    }
  }

  /// Starts the same world again, after [#stop()].
  public void startAgain() {
    // The kernel ends bin/up when this JVM is killed.
    List<String> words = new ArrayList<>(List.of("setpriv", "--pdeathsig", "TERM", "--"));
    words.add(ROOT.resolve("bin/up").toString());
    words.addAll(options);
    try {
      up = Command.builder(ROOT, environment, upOutput(), words.toArray(String[]::new)).start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Until.holds(
        "the stack in " + world + " is ready",
        START_MAX,
        () -> {
          if (!up.isAlive()) {
            throw new AssertionError("bin/up ended: " + upSaid());
          }
          return Files.exists(world.resolve("run/up"));
        });
  }

  /// `bin/up -d` typed in a terminal that is closed as soon as it has ended.
  ///
  /// @return what the terminal showed
  public Command startFromTerminal() {
    inBackground = true;
    String typed = "bin/up -d " + String.join(" ", options);
    return Command.run(START_MAX, ROOT, environment, "script", "-qec", typed, "/dev/null");
  }

  /// Adds a setting for the next start.
  public void set(String name, String value) {
    environment.put(name, value);
  }

  /// Adds an option of bin/up for the next start.
  public void addOption(String option) {
    options.add(option);
  }

  /// What bin/up has printed so far.
  public String upSaid() {
    return read(upOutput());
  }

  /// The door.
  public URI url() {
    return URI.create("http://localhost:" + port);
  }

  /// webd itself, behind the door.
  public URI webdUrl() {
    return URI.create("http://127.0.0.1:" + webdPort);
  }

  public Path webdDatabase() {
    String url = environment.get("WEBD_DATABASE_URL");
    return url == null
        ? world.resolve("webd/webd.db")
        : Path.of(url.substring("jdbc:sqlite:".length()));
  }

  /// A file of this world, like `auth/first-admin.txt`.
  public Path file(String name) {
    return world.resolve(name);
  }

  public Path logs() {
    return world.resolve("logs");
  }

  /// What must never be in a log.
  public Canaries canaries() {
    return canaries;
  }

  /// Runs a command of bin/ on this world.
  public Command run(String command, String... words) {
    return runWith(Map.of(), command, words);
  }

  /// The same with further settings.
  public Command runWith(Map<String, String> more, String command, String... words) {
    Map<String, String> all = new HashMap<>(environment);
    all.remove("JDK_JAVA_OPTIONS");
    all.putAll(more);
    String[] line =
        Stream.concat(Stream.of(ROOT.resolve(command).toString()), Stream.of(words))
            .toArray(String[]::new);
    return Command.run(Duration.ofMinutes(5), ROOT, all, line);
  }

  /// kill -9, at once.
  ///
  /// @return the process that was ended
  public long kill(Part part) {
    long pid = pid(part);
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    return pid;
  }

  /// Asks a part to end in good order; the supervisor starts another in its place.
  ///
  /// @return the process that was asked
  public long terminate(Part part) {
    long pid = pid(part);
    Processes.signal(pid, "TERM");
    return pid;
  }

  /// Waits until the supervisor has put another process in its place, and it answers.
  public void awaitRestart(Part part, long killed) {
    Until.holds(
        part.word() + " is started again",
        RESTART_MAX,
        () -> pid(part) != killed && Files.exists(world.resolve("run/" + part.word() + ".ready")));
  }

  /// Ends a part and keeps it down: its successor is stopped before it listens.
  public void hold(Part part) {
    long killed = kill(part);
    Until.holds(part.word() + " has a successor", RESTART_MAX, () -> pid(part) != killed);
    Processes.signal(pid(part), "STOP");
  }

  /// Stops a part where it is: its port still takes connections.
  public void freeze(Part part) {
    Processes.signal(pid(part), "STOP");
  }

  /// Lets a held or frozen part go on.
  public void release(Part part) {
    Processes.signal(pid(part), "CONT");
  }

  /// Stops all parts in good order and looks that nothing is left.
  public void stop() {
    end();
    Processes.assertGone(world);
  }

  @Override
  public void close() {
    try {
      stop();
      canaries.assertAbsent(logs());
      if (Files.exists(upOutput())) {
        canaries.assertAbsent(upOutput());
      }
    } finally {
      if (!Boolean.getBoolean("e2e.keep")) {
        delete(world);
      }
    }
  }

  private Path upOutput() {
    return world.resolve("up.out");
  }

  /// The process that runs a part now.
  public long pid(Part part) {
    return Until.present(
        "the process of " + part.word(),
        RESTART_MAX,
        () -> Processes.pid(world.resolve("run/" + part.word() + ".pid")));
  }

  /// When the JVM ends before its tests do.
  private void abandon() {
    end();
    if (Files.exists(world) && !Boolean.getBoolean("e2e.keep")) {
      delete(world);
    }
  }

  private void end() {
    if (inBackground) {
      run("bin/down");
    }
    if (up == null || !up.isAlive()) {
      return;
    }
    for (Part held : List.of(Part.AUTH, Part.WEBD)) {
      Processes.pid(world.resolve("run/" + held.word() + ".pid"))
          .filter(pid -> ProcessHandle.of(pid).isPresent())
          .ifPresent(pid -> Processes.signal(pid, "CONT"));
    }
    up.destroy();
    try {
      if (!up.waitFor(60, TimeUnit.SECONDS)) {
        up.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static Path root() {
    String told = System.getProperty("billetterie.root", "..");
    return Path.of(told).toAbsolutePath().normalize();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
