package org.billetterie.kit.problem;

/// A kind of problem (RFC 9457). The slug is what clients branch on; it never changes its meaning.
public interface ProblemType {
  /// Stable identifier: the `type` member is `/problems#` followed by this.
  String slug();

  /// HTTP status.
  int status();

  /// Base name of the resource bundle that holds `<slug>.title` and `<slug>.detail` in French and
  /// English; `{name}` in a text stands for the extra of that name.
  String bundle();

  /// The slug of an enum constant: `SOLD_OUT` is `sold-out`.
  static String slugOf(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
