package dev.standing.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.identity.Ids;
import dev.standing.contracts.identity.MemberId;
import dev.standing.contracts.identity.PartnerId;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class IdsInDescriptionsTest {
    @Test
    void apiDescriptionsSayTheOneRuleOfIds() throws IOException {
        Properties properties = new Properties();
        try (InputStream file = Objects.requireNonNull(
                IdsInDescriptionsTest.class.getResourceAsStream("/META-INF/microprofile-config.properties"))) {
            properties.load(file);
        }
        for (Class<?> type : List.of(MemberId.class, PartnerId.class)) {
            assertThat(properties.getProperty("mp.openapi.schema." + type.getName()))
                    .contains("\"^" + Ids.PATTERN + "$\"");
        }
    }
}
