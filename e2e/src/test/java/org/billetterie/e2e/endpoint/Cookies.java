package org.billetterie.e2e.endpoint;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.billetterie.e2e.client.Answer;
import org.billetterie.e2e.client.Api;
import org.billetterie.e2e.stack.Stack;

/// What a browser keeps of a sign-in.
///
/// @param lines the `Set-Cookie` headers
record Cookies(Answer answer, List<String> lines) {

  static Cookies signIn(Stack stack, String email) {
    Map<String, String> login = Map.of("email", email, "password", stack.canaries().password());
    Answer answer = new Api(stack.url()).post("/api/auth/login", login, "X-Billetterie", "1");
    Cookies cookies = of(answer.expect(200));
    cookies.lines.forEach(
        line -> stack.canaries().add(line.substring(line.indexOf('=') + 1, line.indexOf(';'))));
    return cookies;
  }

  static Cookies of(Answer answer) {
    return new Cookies(answer, answer.headers().allValues("set-cookie"));
  }

  List<String> names() {
    return lines.stream().map(line -> line.substring(0, line.indexOf('='))).toList();
  }

  /// As it is sent back.
  String header() {
    return lines.stream().map(line -> line.split(";")[0]).collect(Collectors.joining("; "));
  }

  /// One of them, as it is sent back.
  String only(String name) {
    return lines.stream()
        .map(line -> line.split(";")[0])
        .filter(cookie -> cookie.startsWith(name + "="))
        .findFirst()
        .orElseThrow();
  }
}
