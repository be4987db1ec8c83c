package org.billetterie.e2e.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.jar.Manifest;

/// The switches of one stack that runs with [FaultAgent].
///
/// @param folder where a file for each fault that is on lies
public record FaultSwitches(Path folder) {
  private static final String CLOCK_OF_WEBD = Switches.CLOCK + ".webd";

  /// @param folder an empty one
  public static FaultSwitches in(Path folder) {
    return new FaultSwitches(folder);
  }

  /// What `JDK_JAVA_OPTIONS` must be for services to have these switches.
  public String option() {
    Path jars = make(folder.resolve("jars"));
    Path switches =
        AgentJar.pack(jars.resolve("switches.jar"), new Manifest(), List.of(Switches.class));
    Path agent = AgentJar.write(jars, FaultAgent.class, Fault.class);
    return "-javaagent:" + agent + "=" + switches + ":" + folder;
  }

  public void on(Fault fault) {
    write(fault.file(), "");
  }

  public void off(Fault fault) {
    delete(fault.file());
  }

  /// What is done while the fault is on.
  public void with(Fault fault, Runnable act) {
    on(fault);
    try {
      act.run();
    } finally {
      off(fault);
    }
  }

  /// Sets the clock of webd alone wrong by this much, or right again.
  public void setClockOfWebdWrongBy(Duration shift) {
    if (shift.isZero()) {
      delete(CLOCK_OF_WEBD);
    } else {
      write(CLOCK_OF_WEBD, "" + shift.toMillis());
    }
  }

  private void write(String name, String text) {
    try {
      // Whoever reads it meanwhile reads the whole of it.
      Path fresh = Files.writeString(folder.resolve(name + ".new"), text);
      Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void delete(String name) {
    try {
      Files.deleteIfExists(folder.resolve(name));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Path make(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
