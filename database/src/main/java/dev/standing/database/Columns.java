package dev.standing.database;

import io.vertx.mutiny.sqlclient.Tuple;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows gathered column by column, for one statement that unnests them: one array a column makes one statement of many rows. */
public final class Columns {
    private final Class<?>[] types;
    private final List<List<@Nullable Object>> columns = new ArrayList<>();

    /** @param types of the columns, in the order of the statement's parameters */
    public Columns(Class<?>... types) {
        this.types = types.clone();
        for (int i = 0; i < types.length; i++) {
            columns.add(new ArrayList<>());
        }
    }

    /** One value a column. */
    public void add(@Nullable Object... row) {
        for (int i = 0; i < types.length; i++) {
            columns.get(i).add(row[i]);
        }
    }

    public boolean isEmpty() {
        return columns.getFirst().isEmpty();
    }

    /** The parameters of the statement. */
    public Tuple arrays() {
        Tuple tuple = Tuple.tuple();
        for (int i = 0; i < types.length; i++) {
            List<@Nullable Object> column = columns.get(i);
            Object array = Array.newInstance(types[i], column.size());
            for (int row = 0; row < column.size(); row++) {
                Array.set(array, row, column.get(row));
            }
            tuple.addValue(array);
        }
        return tuple;
    }
}
