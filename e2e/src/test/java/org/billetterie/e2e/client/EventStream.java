package org.billetterie.e2e.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.billetterie.e2e.stack.Until;

/// Server-sent events as they arrive, read by a thread of its own.
public final class EventStream implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DATA = "data:";

  private final HttpResponse<InputStream> response;
  private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
  private volatile boolean ended;
  private volatile boolean broken;

  private EventStream(HttpResponse<InputStream> response) {
    this.response = response;
  }

  static EventStream of(HttpResponse<InputStream> response) {
    EventStream stream = new EventStream(response);
    Thread.ofVirtual().start(stream::read);
    return stream;
  }

  public int status() {
    return response.statusCode();
  }

  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /// What was told so far.
  public List<JsonNode> messages() {
    return messages;
  }

  /// The first message like this.
  ///
  /// @throws AssertionError when none comes
  public JsonNode await(String what, Duration most, Predicate<JsonNode> wanted) {
    return Until.present(what, most, () -> find(wanted));
  }

  /// Whether the server has ended it as it should.
  public boolean endedCleanly() {
    return ended && !broken;
  }

  public boolean ended() {
    return ended;
  }

  @Override
  public void close() {
    try {
      response.body().close();
    } catch (IOException closedAlready) {
      ended = true;
    }
  }

  private Optional<JsonNode> find(Predicate<JsonNode> wanted) {
    return messages.stream().filter(wanted).findFirst();
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(DATA)) {
          messages.add(parse(line.substring(DATA.length())));
        }
      }
    } catch (IOException cut) {
      broken = true;
    }
    ended = true;
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException notJson) {
      throw new AssertionError("not JSON: " + text, notJson);
    }
  }
}
