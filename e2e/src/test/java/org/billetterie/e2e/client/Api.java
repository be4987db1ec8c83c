package org.billetterie.e2e.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/// Plain HTTP/1.1 to one address, with pooled connections. Nothing is ever sent twice by itself.
public final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ACCEPT = "Accept";
  private static final String EVENTS = "text/event-stream";
  private static final Duration ANSWER_MAX = Duration.ofSeconds(60);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  private final URI base;
  private final List<String> headers;

  public Api(URI base, String... headers) {
    this.base = base;
    this.headers = List.of(headers);
  }

  /// The same address with further headers on every request: name, value, name, value.
  public Api with(String... more) {
    List<String> all = new ArrayList<>(headers);
    all.addAll(List.of(more));
    return new Api(base, all.toArray(String[]::new));
  }

  /// The same headers to another address.
  public Api at(URI other) {
    return new Api(other, headers.toArray(String[]::new));
  }

  public Answer get(String path, String... more) {
    return send("GET", path, null, more);
  }

  public Answer post(String path, Object body, String... more) {
    return send("POST", path, body, more);
  }

  /// @param body an object for JSON, a String or bytes as they are, or null
  /// @throws UncheckedIOException when no whole answer came
  public Answer send(String method, String path, Object body, String... more) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(ANSWER_MAX)
            .method(method, publisher(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    for (List<String> pairs : List.of(headers, List.of(more))) {
      for (int i = 0; i < pairs.size(); i += 2) {
        request.setHeader(pairs.get(i), pairs.get(i + 1));
      }
    }
    try {
      return Answer.of(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", stopped);
    }
  }

  /// Follows server-sent events; the answer is read as they come.
  public EventStream follow(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path)).timeout(ANSWER_MAX).header(ACCEPT, EVENTS);
    for (int i = 0; i < headers.size(); i += 2) {
      request.setHeader(headers.get(i), headers.get(i + 1));
    }
    try {
      return EventStream.of(
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", stopped);
    }
  }

  static String write(Object body) {
    try {
      return body instanceof String text ? text : JSON.writeValueAsString(body);
    } catch (JsonProcessingException unwritable) {
      throw new AssertionError(unwritable);
    }
  }

  private static HttpRequest.BodyPublisher publisher(Object body) {
    return switch (body) {
      case null -> HttpRequest.BodyPublishers.noBody();
      case byte[] bytes -> HttpRequest.BodyPublishers.ofByteArray(bytes);
      default -> HttpRequest.BodyPublishers.ofString(write(body));
    };
  }
}
