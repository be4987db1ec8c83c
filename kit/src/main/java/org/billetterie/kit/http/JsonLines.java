package org.billetterie.kit.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import java.util.logging.Handler;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.LogContext;

/// Writes each log line as one flat JSON object. The framework's own formatter would put the fields
/// of [StructuredLog] into an object inside.
@Singleton
final class JsonLines extends ExtFormatter {
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,14})");

  private final JsonFactory json = new JsonFactory();
  private final String service;

  JsonLines(@ConfigProperty(name = "quarkus.application.name") String service) {
    this.service = service;
  }

  void install(@Observes @Priority(1) StartupEvent starting) {
    install(LogContext.getLogContext().getLogger("").getHandlers());
  }

  private void install(Handler[] handlers) {
    for (Handler handler : handlers) {
      handler.setFormatter(this);
      if (handler instanceof ExtHandler outer) {
        install(outer.getHandlers());
      }
    }
  }

  @Override
  public String format(ExtLogRecord line) {
    StringWriter text = new StringWriter(256);
    try (JsonGenerator out = json.createGenerator(text)) {
      out.writeStartObject();
      out.writeStringField("time", Instant.ofEpochMilli(line.getMillis()).toString());
      out.writeStringField("level", level(line));
      out.writeStringField("service", service);
      out.writeStringField("message", formatMessage(line));
      for (Map.Entry<String, String> field : line.getMdcCopy().entrySet()) {
        write(out, field.getKey(), field.getValue());
      }
      out.writeStringField("logger", line.getLoggerName());
      if (line.getThrown() != null) {
        out.writeStringField("exception", stackTrace(line.getThrown()));
      }
      out.writeEndObject();
    } catch (IOException neverOfAString) {
      return formatMessage(line);
    }
    return text.append('\n').toString();
  }

  private static void write(JsonGenerator out, String name, String value) throws IOException {
    if (!name.endsWith("Id") && NUMBER.matcher(value).matches()) {
      out.writeNumberField(name, Long.parseLong(value));
    } else {
      out.writeStringField(name, value);
    }
  }

  private static String level(ExtLogRecord line) {
    int level = line.getLevel().intValue();
    if (level >= java.util.logging.Level.SEVERE.intValue()) {
      return "error";
    }
    if (level >= java.util.logging.Level.WARNING.intValue()) {
      return "warn";
    }
    return level >= java.util.logging.Level.INFO.intValue() ? "info" : "debug";
  }

  private static String stackTrace(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }
}
