package org.billetterie.e2e.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Bytes on a connection of their own, from any loopback address: what no HTTP client would send.
public final class Raw {
  public static final String LOCALHOST = "127.0.0.1";

  private static final Duration ANSWER_MAX = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI door;
  private final String from;

  /// @param from the loopback address that the connection comes from, like 127.0.0.2
  public Raw(URI door, String from) {
    this.door = door;
    this.from = from;
  }

  /// A plain request with a body in JSON, or none where it is null.
  ///
  /// @param headers lines without their end
  public Response send(String method, String path, String body, String... headers) {
    byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    List<String> lines = new ArrayList<>(List.of(headers));
    if (lines.stream().noneMatch(line -> line.startsWith("Host:"))) {
      lines.add("Host: " + door.getAuthority());
    }
    if (body != null) {
      lines.add("Content-Length: " + bytes.length);
      if (lines.stream().noneMatch(line -> line.startsWith("Content-Type:"))) {
        lines.add("Content-Type: application/json");
      }
    }
    lines.add("Connection: close");
    lines.forEach(line -> head.append(line).append("\r\n"));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    all.writeBytes(bytes);
    return exchange(all.toByteArray());
  }

  /// Sends these bytes and reads until the other side closes.
  ///
  /// @throws UncheckedIOException when nothing came
  public Response exchange(byte[] request) {
    try (Socket socket = open()) {
      try {
        socket.getOutputStream().write(request);
        socket.getOutputStream().flush();
      } catch (SocketException refusedAlready) {
        // The answer may be there all the same.
      }
      return Response.of(readAll(socket.getInputStream()));
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  /// A connection on which nothing was sent yet.
  public Socket open() throws IOException {
    Socket socket =
        new Socket(
            InetAddress.getByName(LOCALHOST), door.getPort(), InetAddress.getByName(from), 0);
    socket.setSoTimeout((int) ANSWER_MAX.toMillis());
    return socket;
  }

  private static byte[] readAll(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] chunk = new byte[8192];
    try {
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        all.write(chunk, 0, n);
      }
    } catch (SocketException reset) {
      if (all.size() == 0) {
        throw reset;
      }
    }
    return all.toByteArray();
  }

  /// @param headers lines as they came, without the status line
  public record Response(int status, List<String> headers, String body) {

    static Response of(byte[] bytes) {
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      int end = text.indexOf("\r\n\r\n");
      if (!text.startsWith("HTTP/1.") || end < 0) {
        throw new AssertionError("no HTTP response: " + text);
      }
      List<String> lines = text.substring(0, end).lines().toList();
      String body = text.substring(end + 4);
      List<String> headers = lines.subList(1, lines.size());
      boolean chunked =
          headers.stream().anyMatch(line -> line.equalsIgnoreCase("Transfer-Encoding: chunked"));
      return new Response(
          Integer.parseInt(lines.getFirst().split(" ")[1]),
          headers,
          new String(
              (chunked ? unchunked(body) : body).getBytes(StandardCharsets.ISO_8859_1),
              StandardCharsets.UTF_8));
    }

    public Optional<String> header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return headers.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .findFirst();
    }

    public boolean isProblem() {
      return header("content-type").orElse("").startsWith("application/problem+json");
    }

    /// The problem's name; empty for what is no problem.
    public String problem() {
      if (!isProblem()) {
        return "";
      }
      String type = json().path("type").asText();
      return type.substring(type.indexOf('#') + 1);
    }

    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (JsonProcessingException notJson) {
        throw new AssertionError("not JSON: " + this, notJson);
      }
    }

    private static String unchunked(String body) {
      StringBuilder whole = new StringBuilder();
      int at = 0;
      while (at < body.length()) {
        int lineEnd = body.indexOf("\r\n", at);
        int size = Integer.parseInt(body.substring(at, lineEnd).strip(), 16);
        if (size == 0) {
          break;
        }
        whole.append(body, lineEnd + 2, lineEnd + 2 + size);
        at = lineEnd + 2 + size + 2;
      }
      return whole.toString();
    }

    @Override
    public String toString() {
      return status + " " + (body.length() > 400 ? body.substring(0, 400) + "…" : body);
    }
  }
}
