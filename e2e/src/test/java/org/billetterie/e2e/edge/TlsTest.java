package org.billetterie.e2e.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.billetterie.e2e.client.Accounts;
import org.billetterie.e2e.client.Show;
import org.billetterie.e2e.stack.Command;
import org.billetterie.e2e.stack.Logs;
import org.billetterie.e2e.stack.Part;
import org.billetterie.e2e.stack.Stack;
import org.billetterie.e2e.stack.StackSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A house with a certificate of its own: https only, and cookies that never leave it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Stack stack;
  private URI door;
  private int plainPort;
  private HttpClient client;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException, GeneralSecurityException {
    Path certificate = folder.resolve("house.crt");
    Path key = folder.resolve("house.key");
    Command made =
        Command.run(
            Duration.ofMinutes(1),
            folder,
            Map.of(),
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:prime256v1",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=localhost",
            "-addext",
            "subjectAltName=DNS:localhost",
            "-keyout",
            key.toString(),
            "-out",
            certificate.toString());
    assertThat(made.exit()).as(made.output()).isZero();
    plainPort = freePort();
    stack =
        Stack.start(
            StackSettings.usual()
                .with("TLS_CERT", certificate)
                .with("TLS_KEY", key)
                .with("HTTP_PORT", plainPort)
                .with("LISTEN", "127.0.0.1")
                .with("PAYMENT_TEST", "off")
                .with("LOG_LEVEL", "warn"));
    door = URI.create("https://localhost:" + stack.url().getPort());
    client = HttpClient.newBuilder().sslContext(trusting(certificate)).build();
  }

  @AfterAll
  void close() {
    if (stack != null) {
      stack.close();
    }
  }

  @Test
  void answersByHttpsWithHsts() throws Exception {
    for (String path : List.of("/", "/api/events", "/api/orders", "/api/nowhere", "/nowhere.js")) {
      Raw.Response response = get(path);
      assertThat(response.status()).as(path).isIn(200, 401, 404);
      SecurityHeaders.check(path, response, true);
    }
  }

  /// `LOG_LEVEL=warn`: what goes well is not logged by any part.
  @Test
  void aQuietHouseLogsNothingThatGoesWell() throws Exception {
    for (String path : List.of("/", "/api/events", "/api/auth/status", "/api/orders")) {
      assertThat(get(path).status()).isIn(200, 401);
    }
    for (Part part : Part.values()) {
      assertThat(new Logs(stack, part).lines())
          .extracting(line -> Logs.parse(line).path("level").asText())
          .as(part.toString())
          .doesNotContain("info", "debug");
    }
  }

  @Test
  void plainHttpIsSentToHttps() {
    Raw plain = new Raw(URI.create("http://localhost:" + plainPort), Raw.LOCALHOST);
    Raw.Response redirect = plain.send("GET", "/events?q=a%20b", null);

    assertThat(redirect.status()).isEqualTo(301);
    assertThat(redirect.header("Location")).hasValue(door + "/events?q=a%20b");
    SecurityHeaders.check("the redirect", redirect, false);
    Raw.Response wrongPort = new Raw(stack.url(), Raw.LOCALHOST).send("GET", "/events", null);
    assertThat(wrongPort.status()).isEqualTo(301);
    assertThat(wrongPort.header("Location")).hasValue(door + "/events");
  }

  @Test
  void cookiesBelongToThisHostAndHttpsOnly() throws Exception {
    Accounts.Made account = account();
    String login =
        "{\"email\":\"%s\",\"password\":\"%s\"}"
            .formatted(account.email(), stack.canaries().password());
    HttpResponse<String> answer =
        client.send(
            request("/api/auth/login")
                .header("X-Billetterie", "1")
                .header("Origin", door.toString())
                .POST(HttpRequest.BodyPublishers.ofString(login))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    List<String> cookies = answer.headers().allValues("set-cookie");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(cookies).hasSize(2);
    assertThat(cookies.get(0)).startsWith("__Host-billetterie_at=");
    assertThat(cookies.get(1)).startsWith("__Host-billetterie_rt=");
    assertThat(cookies)
        .allSatisfy(cookie ->
            assertThat(cookie)
                .contains("; Secure", "; HttpOnly", "; SameSite=Strict", "; Path=/;")
                .doesNotContain("Domain"));
    assertThat(answer.body()).doesNotContain("accessToken", "refreshToken");
    HttpResponse<String> me =
        client.send(
            request("/api/auth/me").header("Cookie", cookies.get(0).split(";")[0]).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(me.statusCode()).isEqualTo(200);
  }

  /// An https page's origin is ours; the same name by http is another site.
  @Test
  void theOriginMustBeHttpsToo() throws Exception {
    HttpResponse<String> answer =
        client.send(
            request("/api/auth/login")
                .header("X-Billetterie", "1")
                .header("Origin", stack.url().toString())
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"email\":\"a@b.example\",\"password\":\"x\"}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("/problems#csrf");
  }

  /// This house has no way to pay either.
  @Test
  void withoutAWayToPayOnlyFreeEventsArePublished() throws Exception {
    String token = accessToken(StackSettings.ADMIN_EMAIL);
    HttpResponse<String> priced = publish(token, 1500);
    HttpResponse<String> free = publish(token, 0);

    assertThat(priced.statusCode()).as(priced.body()).isEqualTo(409);
    assertThat(priced.body()).contains("/problems#payment-not-configured", "PAYMENT_TEST");
    assertThat(free.statusCode()).as(free.body()).isEqualTo(201);
    assertThat(free.headers().firstValue("location").orElseThrow()).startsWith("/api/events/");
    assertThat(free.body()).contains("\"paymentMethods\":[]", "\"testPayment\":false");
  }

  private HttpResponse<String> publish(String token, long price) throws Exception {
    String body = JSON.writeValueAsString(Show.draft("Sans caisse", 5, price));
    return client.send(
        request("/api/events")
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String accessToken(String email) throws Exception {
    String login =
        "{\"email\":\"%s\",\"password\":\"%s\",\"session\":\"bearer\"}"
            .formatted(email, stack.canaries().password());
    HttpResponse<String> answer =
        client.send(
            request("/api/auth/login").POST(HttpRequest.BodyPublishers.ofString(login)).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return stack.canaries().add(JSON.readTree(answer.body()).path("accessToken").asText());
  }

  private Accounts.Made account() throws Exception {
    String email = "tls." + System.nanoTime() + "@e2e.example";
    String body =
        "{\"email\":\"%s\",\"name\":\"Ana\",\"password\":\"%s\"}"
            .formatted(email, stack.canaries().password());
    HttpResponse<String> made =
        client.send(
            request("/api/auth/register").POST(HttpRequest.BodyPublishers.ofString(body)).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return new Accounts.Made("", email);
  }

  private Raw.Response get(String path) throws Exception {
    HttpResponse<String> response =
        client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    List<String> lines = new ArrayList<>();
    response
        .headers()
        .map()
        .forEach((name, values) -> values.forEach(value -> lines.add(name + ": " + value)));
    return new Raw.Response(response.statusCode(), lines, response.body());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(door.resolve(path))
        .timeout(Duration.ofSeconds(60))
        .header("Content-Type", "application/json");
  }

  private static SSLContext trusting(Path certificate)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream in = Files.newInputStream(certificate)) {
      store.setCertificateEntry(
          "house", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
