package org.billetterie.e2e.containers;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// What keeps a container apart from the rest of the machine, looked at from within and without.
final class Isolation {
  private static final String LISTENING = "0A";

  /// /proc writes 127.x.x.x with its bytes turned round.
  private static final String LOOPBACK = "7F";

  private Isolation() {}

  /// Ports of the machine that lead into the container, as `host>container`.
  static Set<String> published(Containers containers, String service) {
    Set<String> found = new TreeSet<>();
    containers
        .inspect(service)
        .at("/NetworkSettings/Ports")
        .properties()
        .forEach(port ->
            StreamSupport.stream(port.getValue().spliterator(), false)
                .map(binding -> binding.path("HostPort").asText() + ">" + port.getKey())
                .forEach(found::add));
    return found;
  }

  /// Ports on which somebody in the container listens, other than for itself.
  static Set<Integer> listening(Containers containers, String service) {
    String sockets =
        containers.exec(service, "sh", "-c", "cat /proc/net/tcp /proc/net/tcp6 2>/dev/null || :");
    return sockets
        .lines()
        .map(line -> line.strip().split("\\s+"))
        .filter(words -> words.length > 3 && LISTENING.equals(words[3]))
        .map(words -> words[1].split(":"))
        .filter(address -> !address[0].endsWith(LOOPBACK))
        .map(address -> Integer.parseInt(address[1], 16))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// A line of the first process's status, like `CapEff`.
  static String status(Containers containers, String service, String name) {
    return Arrays.stream(containers.exec(service, "cat", "/proc/1/status").split("\n"))
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip().replaceAll("\\s+", " "))
        .findFirst()
        .orElseThrow();
  }
}
