package org.billetterie.kit.database;

import org.jboss.logging.Logger;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/// Each statement as the database gets it, at the level debug, and never a value of it. The tests
/// of query plans listen here.
final class StatementLog implements SqlLogger {
  private static final Logger LOG = Logger.getLogger("billetterie.sql");

  @Override
  public void logBeforeExecution(StatementContext context) {
    if (LOG.isDebugEnabled()) {
      LOG.debug(context.getParsedSql().getSql().strip());
    }
  }
}
