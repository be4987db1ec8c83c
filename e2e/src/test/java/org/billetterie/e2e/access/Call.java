package org.billetterie.e2e.access;

import java.util.List;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Api;

/// One request that would succeed if the right one made it.
///
/// @param path with real ids
/// @param body for JSON, or null
/// @param headers name, value, name, value
public record Call(String method, String path, Object body, List<String> headers) {
  static Call of(String method, String path, Object body, String... headers) {
    return new Call(method, path, body, List.of(headers));
  }

  public Answer by(Api caller) {
    return caller.send(method, path, body, headers.toArray(String[]::new));
  }
}
