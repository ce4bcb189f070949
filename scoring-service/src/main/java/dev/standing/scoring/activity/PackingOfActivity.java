package dev.standing.scoring.activity;

import dev.standing.scoring.activity.ActivityStore.WithPartner;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Takes over what releases of before kept a row a day, or where it was much an array a series, to the last unit; in one transaction. A
 * release of before that still leads fails from then on, and keeps nothing that it did not commit, so the next leader does it again. Takes
 * time in proportion to the rows, which are read and sorted once.
 */
public final class PackingOfActivity implements JavaMigration {
    private static final int ROWS_AT_ONCE = 5_000;

    private static final String LOCK = "lock table activity, activity_packed in access exclusive mode";
    private static final String READ = """
            select member, partner, kind, category_group, currency, day, records, amount_minor from activity
            union all
            select member, partner, kind, category_group, currency, each.day, each.records, each.amount_minor
            from activity_packed, unnest(days, activity_packed.records, amounts) as each (day, records, amount_minor)
            order by member, partner
            """;
    private static final String WRITE = """
            insert into member_activity (member, partner, packed)
            select * from unnest(?::text[], ?::text[], ?::bytea[])
            """;
    private static final String DROP = "drop table activity, activity_packed";

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("14.1");
    }

    @Override
    public String getDescription() {
        return "packing of activity";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement();
                PreparedStatement write = connection.prepareStatement(WRITE)) {
            statement.execute(LOCK);
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet cells = statement.executeQuery(READ)) {
                pack(cells, write);
            }
            statement.execute(DROP);
        }
    }

    /** Cells come with those of one member and partner together. */
    private static void pack(ResultSet cells, PreparedStatement write) throws SQLException {
        List<WithPartner> page = new ArrayList<>();
        WithPartner current = null;
        while (cells.next()) {
            String member = cells.getString(1);
            String partner = cells.getString(2);
            if (current == null
                    || !current.member().equals(member)
                    || !current.partner().equals(partner)) {
                if (page.size() == ROWS_AT_ONCE) {
                    write(page, write);
                    page.clear();
                }
                current = new WithPartner(member, partner, new Activity());
                page.add(current);
            }
            SeriesKey key = new SeriesKey(partner, cells.getString(3), cells.getString(4), cells.getString(5));
            current.activity()
                    .add(
                            key,
                            cells.getInt(6),
                            cells.getLong(7),
                            cells.getBigDecimal(8).toBigIntegerExact());
        }
        write(page, write);
    }

    /** What was undone to nothing is not kept. */
    private static void write(List<WithPartner> page, PreparedStatement write) throws SQLException {
        List<WithPartner> kept = page.stream().filter(each -> !each.isNothing()).toList();
        if (kept.isEmpty()) {
            return;
        }
        write.setArray(1, array(write, kept, WithPartner::member));
        write.setArray(2, array(write, kept, WithPartner::partner));
        write.setArray(
                3,
                write.getConnection()
                        .createArrayOf(
                                "bytea",
                                kept.stream()
                                        .map(each -> PackedActivity.of(each.activity()))
                                        .toArray(byte[][]::new)));
        write.executeUpdate();
    }

    private static Array array(PreparedStatement write, List<WithPartner> page, Function<WithPartner, String> column)
            throws SQLException {
        return write.getConnection()
                .createArrayOf("text", page.stream().map(column).toArray(String[]::new));
    }
}
