package org.billetterie.e2e.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/// What came back for a request.
public record Answer(int status, HttpHeaders headers, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Answer of(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response.headers(), response.body());
  }

  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException notJson) {
      throw new AssertionError("not JSON: " + this, notJson);
    }
  }

  /// The text at a JSON pointer like `/account/id`.
  public String text(String pointer) {
    JsonNode found = json().at(pointer);
    if (found.isMissingNode() || found.isNull()) {
      throw new AssertionError("no " + pointer + " in " + this);
    }
    return found.asText();
  }

  /// The problem's name, like `sold-out`; empty for what is no problem.
  public String problem() {
    if (!header("content-type").startsWith("application/problem+json")) {
      return "";
    }
    String type = json().path("type").asText();
    return type.substring(type.indexOf('#') + 1);
  }

  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  public String requestId() {
    return header("x-request-id");
  }

  /// @return this
  /// @throws AssertionError for any other status
  public Answer expect(int wanted) {
    if (status != wanted) {
      throw new AssertionError("expected " + wanted + ", got " + this);
    }
    return this;
  }

  /// @return this
  /// @throws AssertionError for any other problem
  public Answer expect(int wanted, String problem) {
    expect(wanted);
    if (!problem.equals(problem())) {
      throw new AssertionError("expected the problem " + problem + ", got " + this);
    }
    return this;
  }

  @Override
  public String toString() {
    return status + " " + (body.length() > 600 ? body.substring(0, 600) + "…" : body);
  }
}
