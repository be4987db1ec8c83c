package org.billetterie.kit.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.billetterie.kit.problem.CommonProblem;
import org.billetterie.kit.problem.Problem;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The one door to a service's database: one writer, a pool of readers, migrated when it opens.
///
/// On SQLite a write transaction begins immediate and is durable when [#write] returns
/// (`synchronous=FULL`: one fsync a commit). Two processes never write the same file: the second is
/// refused at start by [FileLock].
public final class Database implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Database.class);
  private static final int READERS = 4;
  private static final int CONNECTION_MS_MAX = 5_000;

  /// For a lock that another process holds. Who queues behind somebody that waits for it, waits for
  /// it twice.
  private static final int LOCK_MS_MAX = 2_000;

  private static final int RETRY_SECONDS = 5;

  /// SQLite counts them in kB when they are negative. A sale changes pages all over the indexes of
  /// its accounts: they stay at hand.
  private static final int WRITER_CACHE = -24_000;

  private static final int READER_CACHE = -4_000;

  /// 16 MB: a page that many commits change is copied to the database once.
  private static final String CHECKPOINT_PAGES = "4000";

  /// Bytes; a large batch of a sale writes less.
  private static final long ROOM_LEAST = 4_000_000;

  private final HikariDataSource writerPool;
  private final HikariDataSource readerPool;
  private final Jdbi writer;
  private final Jdbi readers;
  private final Path file;
  private final FileLock lock;

  private Database(
      HikariDataSource writerPool, HikariDataSource readerPool, Path file, FileLock lock) {
    this.file = file;
    this.writerPool = writerPool;
    this.readerPool = readerPool;
    this.writer = jdbi(writerPool);
    this.readers = jdbi(readerPool);
    this.lock = lock;
  }

  /// Opens the file, makes or migrates its schema, and keeps it locked for writing.
  ///
  /// @param url `jdbc:sqlite:<path>`
  /// @throws IllegalStateException when another process holds the file
  public static Database open(String url) {
    Path file = Path.of(url.substring("jdbc:sqlite:".length()));
    FileLock lock = FileLock.take(file);
    HikariDataSource writerPool = pool(url, 1, config(false));
    Flyway.configure()
        .dataSource(writerPool)
        .locations("classpath:db/migration/common", "classpath:db/migration/sqlite")
        .loggers("slf4j")
        // Numbers are given to features before they are written; the later one may be there first.
        .outOfOrder(true)
        .load()
        .migrate();
    HikariDataSource readerPool = pool(url, READERS, config(true));
    return new Database(writerPool, readerPool, file, lock);
  }

  private static Jdbi jdbi(HikariDataSource pool) {
    return ColumnTypes.register(Jdbi.create(pool)).setSqlLogger(new StatementLog());
  }

  /// Runs a query on a reader; it never waits for the writer and sees the last commit.
  ///
  /// @throws Problem `unavailable` when no reader is free within 5 s
  public <T> T read(Work<T> work) {
    try (Handle handle = open(readers)) {
      return work.apply(handle);
    }
  }

  /// Runs one transaction. When this returns, it is on disk.
  ///
  /// @throws Problem `storage-full` when the disk has no room, `unavailable` when no transaction
  ///   could begin within 7 s; nothing was changed
  /// @throws OutcomeUnknown when the commit itself failed: it may or may not have happened
  public <T> T write(Work<T> work) {
    try (Handle handle = open(writer)) {
      begin(handle);
      T result;
      try {
        result = work.apply(handle);
      } catch (RuntimeException failed) {
        undo(handle);
        throw isFull(failed) ? full() : failed;
      }
      commit(handle);
      return result;
    }
  }

  private static Handle open(Jdbi pool) {
    try {
      return pool.open();
    } catch (ConnectionException notNow) {
      LOG.warnf("no connection to the database: %s", notNow.getMessage());
      throw Problem.of(CommonProblem.UNAVAILABLE).retryAfter(RETRY_SECONDS);
    }
  }

  private void begin(Handle handle) {
    try {
      handle.begin();
    } catch (RuntimeException notNow) {
      LOG.warnf("no transaction can begin: %s", notNow.getMessage());
      if (!is(SQLiteErrorCode.SQLITE_BUSY, notNow)) {
        writerPool.evictConnection(handle.getConnection());
      }
      throw Problem.of(CommonProblem.UNAVAILABLE).retryAfter(RETRY_SECONDS);
    }
  }

  private void commit(Handle handle) {
    try {
      handle.commit();
    } catch (RuntimeException failed) {
      if (isFull(failed)) {
        // What makes a transaction a commit is the last thing that is written: it was not.
        undo(handle);
        throw full();
      }
      LOG.error("commit failed: its outcome is unknown", failed);
      writerPool.evictConnection(handle.getConnection());
      throw new OutcomeUnknown(failed);
    }
  }

  /// SQLite may have undone the transaction by itself.
  private void undo(Handle handle) {
    try {
      handle.rollback();
    } catch (RuntimeException undoneAlready) {
      writerPool.evictConnection(handle.getConnection());
    }
  }

  private static Problem full() {
    return Problem.of(CommonProblem.STORAGE_FULL).retryAfter(RETRY_SECONDS);
  }

  /// Whether a transaction can be written now and the disk has room for some more. This writes one.
  public boolean writable() {
    try {
      return Files.getFileStore(file).getUsableSpace() >= ROOM_LEAST
          && write(handle -> handle.execute("PRAGMA user_version = 1") >= 0);
    } catch (IOException | RuntimeException notNow) {
      return false;
    }
  }

  @Override
  public void close() {
    readerPool.close();
    writerPool.close();
    lock.release();
  }

  /// Rows that this handle has changed since it was opened: what a decision has written is told by
  /// the difference.
  public static long changes(Handle handle) {
    try {
      return handle.getConnection().unwrap(SQLiteConnection.class).getDatabase().total_changes();
    } catch (SQLException closed) {
      throw new IllegalStateException(closed);
    }
  }

  /// Whether the disk had no room.
  public static boolean isFull(Throwable failed) {
    return is(SQLiteErrorCode.SQLITE_FULL, failed);
  }

  private static boolean is(SQLiteErrorCode code, Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException sqlite && sqlite.getResultCode() == code) {
        return true;
      }
    }
    return false;
  }

  private static SQLiteConfig config(boolean readOnly) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(LOCK_MS_MAX);
    config.setTransactionMode(
        readOnly ? SQLiteConfig.TransactionMode.DEFERRED : SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setCacheSize(readOnly ? READER_CACHE : WRITER_CACHE);
    config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, CHECKPOINT_PAGES);
    return config;
  }

  private static HikariDataSource pool(String url, int size, SQLiteConfig sqlite) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    // Named, because DriverManager finds drivers only once in a process that has several loaders.
    config.setDriverClassName("org.sqlite.JDBC");
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(CONNECTION_MS_MAX);
    config.setMaxLifetime(0);
    config.setPoolName(size == 1 ? "writer" : "readers");
    config.setConnectionInitSql(size == 1 ? null : "PRAGMA query_only = 1");
    sqlite
        .toProperties()
        .forEach((name, value) -> config.addDataSourceProperty(name.toString(), value));
    return new HikariDataSource(config);
  }

  /// What is done with a connection.
  @FunctionalInterface
  public interface Work<T> {
    T apply(Handle handle);
  }

  /// A commit failed. Whether the transaction happened is not known; only reading back tells.
  public static final class OutcomeUnknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutcomeUnknown(Throwable cause) {
      super("the outcome of a commit is unknown", cause);
    }
  }

  /// For callers that need the driver's own exception.
  public static boolean isConstraint(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && (sql.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
        return true;
      }
    }
    return false;
  }
}
