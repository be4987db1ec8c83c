package org.billetterie.kit.http;

import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;

/// A log line with fields of its own beside the message: each becomes a member of the JSON.
public final class StructuredLog {
  private StructuredLog() {}

  /// @param fields numbers, words and ids; never a secret
  public static void write(
      Logger log, Logger.Level level, String message, Map<String, Object> fields) {
    ExtLogRecord line = new ExtLogRecord(levelOf(level), message, StructuredLog.class.getName());
    line.setLoggerName(log.getName());
    // Nobody reads it, and walking the stack for it costs more than the line.
    line.disableCallerCalculation();
    fields.forEach((name, value) -> line.putMdc(name, String.valueOf(value)));
    org.jboss.logmanager.Logger.getLogger(log.getName()).log(line);
  }

  private static java.util.logging.Level levelOf(Logger.Level level) {
    return switch (level) {
      case FATAL, ERROR -> Level.ERROR;
      case WARN -> Level.WARN;
      case INFO -> Level.INFO;
      case DEBUG, TRACE -> Level.DEBUG;
    };
  }
}
