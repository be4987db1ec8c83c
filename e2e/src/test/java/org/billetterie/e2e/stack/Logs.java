package org.billetterie.e2e.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/// The log of one part, line by line.
public record Logs(Stack stack, Part part) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public List<String> lines() {
    try {
      return Files.readAllLines(stack.logs().resolve(part.word() + ".log"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Lines that name this request.
  public List<JsonNode> of(String requestId) {
    return lines().stream().filter(line -> line.contains(requestId)).map(Logs::parse).toList();
  }

  /// @throws AssertionError for a line that is no JSON object
  public static JsonNode parse(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      if (node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException notJson) {
      // Said below.
    }
    throw new AssertionError("not a JSON object: " + line);
  }
}
