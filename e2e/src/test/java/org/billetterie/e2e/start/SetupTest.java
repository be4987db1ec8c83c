package org.billetterie.e2e.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.billetterie.e2e.stack.Command;
import org.billetterie.e2e.stack.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `bin/setup` on a Debian 12 without a JDK 25. The machine's own JDKs and its name are hidden in a
/// mount namespace; the maker's download is a server of the test.
class SetupTest {
  private static final String HIDDEN =
      """
      mount -t tmpfs none /usr/lib/jvm
      mount --bind os-release /etc/os-release
      unset JAVA_HOME
      exec bin/setup
      """;

  @TempDir Path clone;
  private HttpServer maker;
  private byte[] archive;
  private String published;

  @BeforeEach
  void prepare() throws Exception {
    Command may = Command.run(Duration.ofSeconds(10), clone, Map.of(), "unshare", "-m", "true");
    Assumptions.assumeTrue(may.exit() == 0, "hiding the machine's JDKs needs root (unshare -m)");
    Path bin = Stack.ROOT.resolve("bin");
    Command copy =
        Command.run(Duration.ofSeconds(30), clone, Map.of(), "cp", "-r", bin.toString(), "bin");
    assertThat(copy.exit()).as(copy.output()).isZero();
    Files.writeString(clone.resolve("os-release"), "ID=debian\nVERSION_ID=\"12\"\n");
    archive = smallJdk();
    published = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive));
    maker = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    serve("/jdk.tar.gz", () -> archive);
    serve("/jdk.tar.gz.sha256.txt", () -> published.getBytes(StandardCharsets.UTF_8));
    maker.start();
  }

  @AfterEach
  void stop() {
    if (maker != null) {
      maker.stop(0);
    }
  }

  @Test
  void aJdkWithTheChecksumItsMakerPublishesIsInstalled() {
    Command setup = setup("http://127.0.0.1:" + maker.getAddress().getPort() + "/jdk.tar.gz");
    assertThat(setup.exit()).as(setup.output()).isZero();
    assertThat(setup.output()).contains("JDK 25").contains(".tools/jdk-25");
    Command again = setup("http://127.0.0.1:9/none");
    assertThat(again.exit()).as("a second run downloads nothing: " + again.output()).isZero();
  }

  @Test
  void aJdkWithAnotherChecksumIsNot() {
    published = "0".repeat(64);
    Command setup = setup("http://127.0.0.1:" + maker.getAddress().getPort() + "/jdk.tar.gz");
    assertThat(setup.exit()).isNotZero();
    assertThat(setup.output()).contains("checksum");
    assertThat(clone.resolve(".tools/jdk.tar.gz")).doesNotExist();
  }

  @Test
  void withoutInternetItSaysWithinFiveSecondsWhatToTypeAndFromWhere() {
    long before = System.nanoTime();
    Command setup = setup("http://127.0.0.1:9/jdk.tar.gz");
    Duration took = Duration.ofNanos(System.nanoTime() - before);
    assertThat(setup.exit()).isNotZero();
    assertThat(setup.output())
        .contains("curl -fLO http://127.0.0.1:9/jdk.tar.gz", "sha256sum", "tar -xzf", "JAVA_HOME");
    assertThat(took).isLessThan(Duration.ofSeconds(5));
  }

  private Command setup(String url) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("BILLETTERIE_JDK_URL", url);
    environment.put("LANG", "C.UTF-8");
    return Command.run(
        Duration.ofMinutes(2), clone, environment, "unshare", "-m", "bash", "-ec", HIDDEN);
  }

  /// What `bin/setup` looks at in a JDK, and nothing more.
  private byte[] smallJdk() throws IOException {
    Path jdk = clone.resolve("small/jdk-25.0.1");
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
    for (String program : new String[] {"java", "javac"}) {
      Path file = Files.writeString(jdk.resolve("bin").resolve(program), "#!/bin/sh\n");
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    Command tar =
        Command.run(
            Duration.ofSeconds(30),
            clone,
            Map.of(),
            "tar",
            "-czf",
            "jdk.tar.gz",
            "-C",
            "small",
            "jdk-25.0.1");
    assertThat(tar.exit()).as(tar.output()).isZero();
    return Files.readAllBytes(clone.resolve("jdk.tar.gz"));
  }

  private void serve(String path, Supplier<byte[]> bytes) {
    maker.createContext(
        path,
        exchange -> {
          boolean exact = exchange.getRequestURI().getPath().equals(path);
          byte[] body = exact ? bytes.get() : new byte[0];
          exchange.sendResponseHeaders(exact ? 200 : 404, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }
}
