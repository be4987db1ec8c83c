package org.billetterie.kit.database;

import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/// How ids and instants lie in the tables of either engine: a UUID as its text, an instant as
/// milliseconds since 1970.
final class ColumnTypes {
  private ColumnTypes() {}

  static Jdbi register(Jdbi jdbi) {
    return jdbi.registerArgument(new UuidArgument())
        .registerArgument(new InstantArgument())
        .registerColumnMapper(
            UUID.class,
            (row, column, context) -> {
              String text = row.getString(column);
              return text == null ? null : UUID.fromString(text);
            })
        .registerColumnMapper(
            Instant.class,
            (row, column, context) -> {
              long millis = row.getLong(column);
              return row.wasNull() ? null : Instant.ofEpochMilli(millis);
            });
  }

  private static final class UuidArgument extends AbstractArgumentFactory<UUID> {
    UuidArgument() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(UUID value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setString(position, value.toString());
    }
  }

  private static final class InstantArgument extends AbstractArgumentFactory<Instant> {
    InstantArgument() {
      super(Types.BIGINT);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setLong(position, value.toEpochMilli());
    }
  }
}
