package org.billetterie.e2e.edge;

import java.util.List;

/// What junk is made of.
final class Odd {
  /// Methods that no route has.
  static final List<String> METHODS =
      List.of("PURGE", "get", "FOO", "TRACE", "PROPFIND", "X".repeat(200), "DELETE,GET", "$");

  /// Header lines that no request has.
  static final List<String> HEADS =
      List.of(
          "Host: elsewhere.example",
          "no colon",
          ": no name",
          "X-Null: a\0b",
          "Content-Length: -1",
          "Content-Length: ten",
          "Transfer-Encoding: gzip",
          "Transfer-Encoding: chunked, chunked",
          "Expect: the-unexpected\r\nContent-Length: -1");

  /// What is no id of anything, as it stands in a path.
  static final List<String> IDS =
      List.of(
          "x",
          "0",
          "-1",
          "%00",
          "%ff%fe",
          "%2e%2e",
          "..%2f..",
          "'%20OR%201=1--",
          "é",
          "null",
          "*",
          "01900000-0000-7000-8000-000000000000",
          "01900000-0000-7000-8000-00000000000g",
          "%zz",
          "%252e",
          ";id=1",
          "9".repeat(500),
          "{id}",
          "01900000-0000-7000-8000-000000000000%0a");

  /// Questions that no list understands, or that find nothing.
  static final List<String> QUERIES =
      List.of(
          "limit=0",
          "limit=101",
          "limit=-1",
          "limit=abc",
          "limit=99999999999",
          "limit=1&limit=2",
          "limit=1.5",
          "limit=%00",
          "cursor=junk",
          "cursor=%ff",
          "cursor=" + "A".repeat(3000),
          "cursor=MQ",
          "from=yesterday",
          "to=2026-13-45T99:99:99Z",
          "from=%00",
          "mine=maybe",
          "q=" + "x".repeat(101),
          "q=%00",
          "q=%ff%fe",
          "q=%25%25_",
          "q='--",
          "q=%F0%9F%8E%AD",
          "&&&==",
          "x[]=1",
          "%zz",
          "q=%u0041");

  /// Headers that nobody asked for.
  static final List<String> HEADERS =
      List.of(
          "Accept: text/html",
          "Accept: nonsense",
          "Accept: */*;q=x",
          "Accept-Language: \u0001",
          "Accept-Language: " + "fr,".repeat(400),
          "Accept-Encoding: zip;q=-1",
          "Range: bytes=9-1",
          "If-None-Match: *",
          "If-Modified-Since: never",
          "Cookie: billetterie_at=x",
          "Cookie: =;=;;",
          "Content-Type: nonsense",
          "Content-Type: a/b/c",
          "Upgrade: websocket",
          "X-Request-Id: " + "x".repeat(300),
          "Accept-Charset: nonsense",
          "Origin: null");

  /// Fields that nothing has.
  static final List<String> FIELDS =
      List.of("zz", "__proto__", "a/b~c", "é", "id\\u0000", "isAdmin", "x".repeat(200));

  /// Bodies that are no JSON object.
  static final List<String> BODIES =
      List.of(
          "null",
          "[]",
          "1",
          "true",
          "\"x\"",
          "",
          " ",
          "\0",
          "\uFEFF{",
          "NaN",
          "1e99999",
          "{]",
          "<a/>",
          "a=b&c=d",
          "[[{}]]",
          "{\"\":}",
          "{'a':1}",
          "{\"a\":01}",
          "/**/{}",
          "-",
          "\u0001\u0002");

  /// Other types of content.
  static final List<String> TYPES =
      List.of(
          "text/plain",
          "application/x-www-form-urlencoded",
          "multipart/form-data; boundary=x",
          "application/xml",
          "",
          "nonsense",
          "application/problem+json",
          "application/jsonp",
          "*/*");

  /// What no count and no price can be.
  static final List<String> NUMBERS =
      List.of(
          "-1",
          "2147483648",
          "9223372036854775808",
          "1e400",
          "0.5",
          "-0.1",
          "\"1\"",
          "true",
          "[1]",
          "{}",
          "9".repeat(60),
          "NaN",
          "0x10",
          "+1",
          "1_000");

  /// What no text field can be.
  static final List<String> TEXTS =
      List.of(
          "\"" + "x".repeat(5000) + "\"",
          "\"a\\u0000b\"",
          "\"\\ud800\"",
          "123",
          "true",
          "[\"x\"]",
          "{\"x\":1}",
          "\"\\u001b[31m\\r\\n\"",
          "\"\u0007\"",
          "1e9");

  private Odd() {}
}
