package org.billetterie.webd.page;

/// Text that becomes a part of a page. Whatever people typed goes through here: it can be read, and
/// is never markup or script.
final class Markup {
  private Markup() {}

  /// As the text of an element or of a quoted attribute.
  static String text(String typed) {
    StringBuilder out = new StringBuilder(typed.length() + 16);
    typed
        .codePoints()
        .forEach(each -> {
          switch (each) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> out.appendCodePoint(each);
          }
        });
    return out.toString();
  }

  /// JSON within a script element that is data: nothing in it ends the element or begins a comment.
  static String data(String json) {
    return json.replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  /// `<meta name="…" content="…">`.
  ///
  /// @param by `name` or `property`
  static String meta(String by, String name, String typed) {
    return "<meta %s=\"%s\" content=\"%s\">\n".formatted(by, name, text(typed));
  }
}
