package org.billetterie.kit.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;

/// One page of a list.
///
/// @param next cursor of the following page, null on the last
public record Page<T>(List<T> items, String next) {
  public static final int LIMIT_MAX = 100;
  public static final int LIMIT_DEFAULT = 20;

  /// The page of `limit` items out of rows that were read one further than that.
  public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
    if (rows.size() <= limit) {
      return new Page<>(List.copyOf(rows), null);
    }
    List<T> items = List.copyOf(rows.subList(0, limit));
    return new Page<>(items, encode(cursor.apply(items.getLast())));
  }

  public <R> Page<R> map(Function<T, R> view) {
    return new Page<>(items.stream().map(view).toList(), next);
  }

  /// @throws Problem 422 unless 1 to 100; absent is 20
  public static int limit(Integer asked) {
    if (asked == null) {
      return LIMIT_DEFAULT;
    }
    if (asked < 1 || asked > LIMIT_MAX) {
      throw Problem.field("/limit", "limit");
    }
    return asked;
  }

  /// The place a cursor stands for, null for the first page.
  ///
  /// @throws Problem 400 for a cursor that this server did not make
  public static String place(String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return null;
    }
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notOurs) {
      throw Problem.of(CommonProblem.MALFORMED);
    }
  }

  private static String encode(String place) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }
}
