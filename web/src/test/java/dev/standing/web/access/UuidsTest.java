package dev.standing.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidsTest {
    @Test
    void aWholeOneIsFoundInEitherCase() {
        UUID id = UUID.randomUUID();

        assertThat(Uuids.find(id.toString())).isEqualTo(id);
        assertThat(Uuids.find(id.toString().toUpperCase(java.util.Locale.ROOT))).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "none",
                "1-1-1-1-1",
                "019ac4a8-6e3b-7d21-9c55-0f4b6f6a7b1",
                "019ac4a86e3b7d219c550f4b6f6a7b11"
            })
    void whatIsShorterIsNone(String text) {
        assertThat(Uuids.find(text)).isNull();
    }
}
