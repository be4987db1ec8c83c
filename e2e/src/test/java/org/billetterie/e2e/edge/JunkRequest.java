package org.billetterie.e2e.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.billetterie.e2e.access.Call;

/// A good request on its way to be spoiled.
final class JunkRequest {
  private static final ObjectMapper JSON = new ObjectMapper();

  String method;
  String path;
  String body;
  String host;
  String contentType = "application/json";
  String precondition = "";
  String extra = "";
  boolean length = true;
  private final String credential;

  /// @param credential a header line, or nothing
  JunkRequest(Call call, String host, String credential) {
    this.host = "Host: " + host;
    this.credential = credential;
    method = call.method();
    path = call.path();
    body = call.body() == null ? null : write(call.body());
    if (call.headers().contains("Content-Type")) {
      contentType = call.headers().get(1);
    } else if (!call.headers().isEmpty()) {
      precondition = call.headers().get(0) + ": " + call.headers().get(1);
    }
  }

  byte[] bytes() {
    byte[] content = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    for (String line : List.of(host, credential, precondition, extra, "Connection: close")) {
      head.append(line.isEmpty() ? "" : line + "\r\n");
    }
    if (body != null) {
      head.append(contentType.isEmpty() ? "" : "Content-Type: " + contentType + "\r\n");
      head.append(length ? "Content-Length: " + content.length + "\r\n" : "");
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    all.writeBytes(content);
    return all.toByteArray();
  }

  private static String write(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException ourOwn) {
      throw new IllegalStateException(ourOwn);
    }
  }
}
