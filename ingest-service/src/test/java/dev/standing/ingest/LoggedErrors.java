package dev.standing.ingest;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What is logged as an error from here on, but of the broker's client. */
final class LoggedErrors extends Handler implements AutoCloseable {
    private final List<LogRecord> errors = new CopyOnWriteArrayList<>();

    LoggedErrors() {
        Logger.getLogger("").addHandler(this);
    }

    List<String> messages() {
        return errors.stream().map(LogRecord::getMessage).toList();
    }

    @Override
    public void publish(LogRecord line) {
        boolean brokers = line.getLoggerName().startsWith("org.apache.kafka");
        if (line.getLevel().intValue() >= Level.SEVERE.intValue() && !brokers) {
            errors.add(line);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
