package org.billetterie.e2e.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.billetterie.e2e.control.FaultSwitches;
import org.billetterie.e2e.stack.Ports;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.StackSettings;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives a test the one stack of the run to which faults are done: webd's data is on a small disk,
/// its way to auth on a wire that can fail, and the code of both services has the switches of
/// [org.billetterie.e2e.control.Fault]. Whoever does something to it undoes it.
public final class FaultyStack implements ParameterResolver {
  static final int DISK_MEGABYTES = 32;

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(FaultyStack.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Faulty.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    // The store closes what it holds when the last test has run.
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent("stack", ignored -> Faulty.start(), Faulty.class);
  }

  /// A stack with all that can be done to it.
  public record Faulty(Stack stack, SmallDisk disk, SlowWire authWire, FaultSwitches faults)
      implements AutoCloseable {
    static Faulty start() {
      SmallDisk disk = SmallDisk.of(DISK_MEGABYTES);
      int authPort = Ports.free(1).getFirst();
      SlowWire wire = SlowWire.to(authPort);
      try {
        FaultSwitches faults = FaultSwitches.in(Files.createTempDirectory("billetterie-faults-"));
        Stack stack =
            Stack.start(
                StackSettings.usual()
                    .with("AUTH_PORT", authPort)
                    .with("WEBD_AUTH_URL", wire.url())
                    .with("WEBD_DATABASE_URL", "jdbc:sqlite:" + disk.folder().resolve("webd.db"))
                    .with("JDK_JAVA_OPTIONS", faults.option()));
        return new Faulty(stack, disk, wire, faults);
      } catch (IOException | RuntimeException | AssertionError failed) {
        wire.close();
        disk.close();
        throw new AssertionError("the faulty stack does not start", failed);
      }
    }

    @Override
    public void close() {
      try {
        stack.close();
      } finally {
        authWire.close();
        disk.close();
        delete(faults.folder());
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
}
