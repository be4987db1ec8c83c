package org.billetterie.webd;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.billetterie.kit.http.InternalOnly;

/// Asks auth on the inner network. The whole answer has come within 2 s, or it is given up and its
/// connection closed: the client's own limit ends where the body begins, and who waits for the rest
/// of half an answer waits for ever.
@ApplicationScoped
public class AskAuth {
  private static final long SECONDS_MAX = 2;

  private final WebdConfig config;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(SECONDS_MAX))
          .build();

  AskAuth(WebdConfig config) {
    this.config = config;
  }

  /// @param path of auth, with its query
  /// @return the body of its 200
  /// @throws IOException for any other answer, or none in time
  public String get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(config.authUrl().resolve(path))
            .header(InternalOnly.HEADER, config.house().hopSecret())
            .build();
    CompletableFuture<HttpResponse<String>> asked =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    try {
      HttpResponse<String> answer = asked.get(SECONDS_MAX, TimeUnit.SECONDS);
      if (answer.statusCode() != 200) {
        throw new IOException("auth answered " + answer.statusCode());
      }
      return answer.body();
    } catch (TimeoutException late) {
      throw new HttpTimeoutException("no whole answer of auth within " + SECONDS_MAX + " s");
    } catch (ExecutionException failed) {
      throw new IOException(String.valueOf(failed.getCause()), failed);
    } finally {
      asked.cancel(true);
    }
  }
}
