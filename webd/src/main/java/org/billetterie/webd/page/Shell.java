package org.billetterie.webd.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;
import org.billetterie.webd.WebdConfig;

/// The frontend's page, asked for anew each time: it names its files by their content, so that an
/// older one would lead nowhere. The door keeps what is made of it for some seconds.
@ApplicationScoped
class Shell {
  private static final Duration ANSWER_MAX = Duration.ofSeconds(1);
  private static final int RETRY_SECONDS = 2;

  private final URI page;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(ANSWER_MAX)
          .build();

  Shell(WebdConfig config) {
    page = config.frontendUrl().resolve("/index.html");
  }

  /// @throws Problem 503 when the frontend does not answer: the door sends the reader there itself
  String fetch() {
    HttpRequest request = HttpRequest.newBuilder(page).timeout(ANSWER_MAX).build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 200) {
        return answer.body();
      }
    } catch (IOException silent) {
      // Said below.
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    throw Problem.of(CommonProblem.UNAVAILABLE).retryAfter(RETRY_SECONDS);
  }
}
