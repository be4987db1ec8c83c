package org.billetterie.e2e.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.billetterie.e2e.access.Call;
import org.billetterie.e2e.access.Route;

/// Spoils requests that would succeed, each in one way after which it must never be obeyed.
final class Junk {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");
  private static final Pattern NUMBER =
      Pattern.compile("\"(capacity|maxPerOrder|maxPerAccount|priceMinor|quantity)\":(\\d+|null)");
  private static final Pattern TEXT =
      Pattern.compile(
          "\"(title|venue|name|email|currency|timezone|startsAt|role|status|session|number|expiry"
              + "|cvc|method|ticketTypeId|id|refreshToken)\":\"[^\"]*\"");
  private static final Pattern REQUIRED =
      Pattern.compile(
          "\"(title|startsAt|capacity|currency|email|password|name|number|quantity)\":");

  private final Random random;
  private final String host;
  private final List<String> tokens;

  /// @param tokens of accounts that may do everything
  Junk(Random random, String host, List<String> tokens) {
    this.random = random;
    this.host = host;
    this.tokens = tokens;
  }

  /// @param what the way in which it was spoiled
  record Shot(Route route, String what, byte[] bytes) {}

  Shot spoil(Route route, Call call) {
    boolean session = List.of("/api/auth/refresh", "/api/auth/logout").contains(route.path());
    JunkRequest good =
        new JunkRequest(call, host, session ? "" : "Authorization: Bearer " + pick(tokens));
    List<Way> ways =
        new ArrayList<>(List.of(this::oddMethod, this::brokenHead, this::doubtfulLength));
    if (route.path().contains("{id}")) {
      ways.addAll(List.of(this::oddId, this::oddId));
    }
    if (route.reads()) {
      ways.addAll(List.of(this::oddQuery, this::oddQuery, this::oddHeaders));
    }
    if (good.body != null) {
      ways.addAll(
          List.of(
              this::cut,
              this::unknownField,
              this::twiceTheSame,
              this::notAnObject,
              this::deep,
              this::trailing,
              this::otherType,
              this::oddNumber,
              this::oddText,
              this::without));
    }
    if (call.headers().contains("Idempotency-Key") || call.headers().contains("If-Match")) {
      ways.add(this::oddPrecondition);
    }
    return new Shot(route, pick(ways).apply(good), good.bytes());
  }

  private String oddMethod(JunkRequest it) {
    it.method = pick(Odd.METHODS);
    return "method";
  }

  private String brokenHead(JunkRequest it) {
    it.extra = pick(Odd.HEADS);
    it.host = it.extra.startsWith("Host:") ? "" : it.host;
    return "head";
  }

  /// Two lengths at once, or chunks that are none: what smuggling is made of.
  private String doubtfulLength(JunkRequest it) {
    it.extra =
        pick(
            List.of(
                "Transfer-Encoding: chunked\r\nContent-Length: 5", "Transfer-Encoding: chunked"));
    it.length = false;
    it.body =
        pick(List.of("zz\r\n{}\r\n0\r\n\r\n", "-1\r\n{}\r\n", "ffffffffffffffffff\r\n{}\r\n"));
    return "length";
  }

  private String oddId(JunkRequest it) {
    String id = pick(Odd.IDS);
    it.path = ID.matcher(it.path).replaceFirst(id.replace("$", "\\$"));
    return "id";
  }

  private String oddQuery(JunkRequest it) {
    String query = pick(Odd.QUERIES);
    it.path = it.path.replaceFirst("\\?.*", "") + "?" + query;
    return "query";
  }

  private String oddHeaders(JunkRequest it) {
    it.extra = pick(Odd.HEADERS);
    return "header";
  }

  private String cut(JunkRequest it) {
    it.body = it.body.substring(0, 1 + random.nextInt(it.body.length() - 1));
    return "cut";
  }

  private String unknownField(JunkRequest it) {
    String name = pick(Odd.FIELDS);
    it.body = "{\"" + name + "\":1," + it.body.substring(1);
    return "unknown field";
  }

  private String twiceTheSame(JunkRequest it) {
    it.body = it.body.substring(0, it.body.length() - 1) + "," + it.body.substring(1);
    return "same field twice";
  }

  private String notAnObject(JunkRequest it) {
    it.body = pick(Odd.BODIES);
    it.contentType =
        pick(
            List.of(
                "application/json",
                "application/json; charset=utf-16",
                "text/plain",
                "",
                "a/b",
                "text/xml"));
    return "no object";
  }

  private String deep(JunkRequest it) {
    String open = pick(List.of("[", "{\"a\":"));
    it.body = open.repeat(40 + random.nextInt(8000));
    return "deep";
  }

  private String trailing(JunkRequest it) {
    it.body += pick(List.of("{}", "x", "\0", ",", "]", "null"));
    return "trailing";
  }

  private String otherType(JunkRequest it) {
    it.contentType = pick(Odd.TYPES);
    return "content type";
  }

  private String oddNumber(JunkRequest it) {
    String number = pick(Odd.NUMBERS);
    return replace(it, NUMBER, number) ? "number" : unknownField(it);
  }

  private String oddText(JunkRequest it) {
    String text = pick(Odd.TEXTS);
    return replace(it, TEXT, text) ? "text" : unknownField(it);
  }

  private String without(JunkRequest it) {
    List<MatchResult> fields = REQUIRED.matcher(it.body).results().toList();
    if (fields.isEmpty()) {
      return unknownField(it);
    }
    MatchResult field = pick(fields);
    it.body = it.body.substring(0, field.start(1)) + "zz" + it.body.substring(field.end(1));
    return "required field";
  }

  private String oddPrecondition(JunkRequest it) {
    it.precondition =
        pick(
            it.precondition.startsWith("If-Match")
                ? List.of(
                    "",
                    "If-Match: \"999999\"",
                    "If-Match: W/\"1\"",
                    "If-Match: 1",
                    "If-Match: \u00e9")
                : List.of(
                    "",
                    "Idempotency-Key: " + "k".repeat(256),
                    "Idempotency-Key: a b",
                    "Idempotency-Key: \u00e9"));
    return "precondition";
  }

  private boolean replace(JunkRequest it, Pattern member, String value) {
    List<MatchResult> found = member.matcher(it.body).results().toList();
    if (found.isEmpty()) {
      return false;
    }
    MatchResult one = pick(found);
    int valueStart = one.end(1) + 2;
    it.body = it.body.substring(0, valueStart) + value + it.body.substring(one.end());
    return true;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private interface Way {
    /// @return its name
    String apply(JunkRequest good);
  }
}
