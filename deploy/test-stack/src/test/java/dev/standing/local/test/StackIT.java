package dev.standing.local.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackIT {

    private final TestStack stack = TestStack.get();

    @Test
    void commitsAreOnTheDiskAndEachServiceHasItsSchema() throws SQLException {
        Map<String, String> configuration = stack.configuration("ingest");
        try (Connection connection = DriverManager.getConnection(
                        configuration.get("quarkus.datasource.jdbc.url"),
                        configuration.get("quarkus.datasource.username"),
                        configuration.get("quarkus.datasource.password"));
                Statement statement = connection.createStatement()) {
            assertThat(answer(statement, "show fsync")).isEqualTo("on");
            assertThat(answer(statement, "show synchronous_commit")).isEqualTo("on");
            assertThat(answer(statement, "show server_version")).startsWith("18");
            assertThat(answer(statement, "select current_schema")).isEqualTo("ingest");
            assertThat(answer(statement, "select has_schema_privilege('scoring', 'usage')::text"))
                    .isEqualTo("false");
        }
    }

    @Test
    void secondCallerGetsTheSameStack() {
        assertThat(TestStack.get().bootstrapServers()).isEqualTo(stack.bootstrapServers());
    }

    private static String answer(Statement statement, String question) throws SQLException {
        try (ResultSet result = statement.executeQuery(question)) {
            result.next();
            return result.getString(1);
        }
    }
}
