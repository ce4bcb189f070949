package dev.standing.delivery;

import io.vertx.mutiny.sqlclient.Row;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An append-only table that is its own outbox. Its {@code position} must rise in the order of commits; how far it is
 * published stands in the row of the schema's table {@code relay} that has its name.
 *
 * @param schema the schema
 * @param name the table
 * @param topic where its entries are said
 * @param at the column that says when the entry was made
 * @param columns what else of an entry is needed; position comes first and time second
 * @param message how an entry is said
 * @param ledger the table of the schema whose positions watermarks are counted in; null where none are said
 */
public record Journal(
        String schema,
        String name,
        String topic,
        String at,
        String columns,
        Function<Row, Message> message,
        @Nullable String ledger) {

    /** One without watermarks. */
    public Journal(
            String schema, String name, String topic, String at, String columns, Function<Row, Message> message) {
        this(schema, name, topic, at, columns, message, null);
    }

    /** Parameter: the name. No row where another relay is at it. */
    String lock() {
        return "select position from " + schema + ".relay where journal = $1 for update skip locked";
    }

    /** Parameters: the last position published, and how many to read. */
    String next() {
        return "select position, " + at + " as at, " + columns + " from " + schema + "." + name
                + " where position > $1 order by position limit $2";
    }

    /** The moment, and how far ledger and journal are committed by then: what is read after it misses none of that. */
    String moment() {
        return "select now(), coalesce((select max(position) from " + schema + "." + ledger
                + "), 0), coalesce((select max(position) from " + schema + "." + name + "), 0)";
    }

    /** Parameters: the name, and the position now published. */
    String move() {
        return "update " + schema + ".relay set position = $2, moved_at = now() where journal = $1";
    }
}
