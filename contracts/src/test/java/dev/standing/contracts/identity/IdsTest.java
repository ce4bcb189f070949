package dev.standing.contracts.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "m-1",
                "auth0|64f0c0ffee",
                "google-oauth2|103547991597142817347",
                "-Qx3vYk2",
                "_8f",
                "f:1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed:ada",
                "000123.0a1b2c.0456"
            })
    void whatIdentityProvidersIssueIsAnId(String id) {
        assertThat(Ids.isId(id)).isTrue();
        assertThat(id).matches(Ids.PATTERN);
        assertThat(new MemberId(id)).hasToString(id);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                " ",
                ".",
                "..",
                "|a",
                "a b",
                "a/b",
                "a\u0000b",
                "a%00",
                "ada@example.com",
                "ä",
                "a\n",
                "\ud83d\ude00"
            })
    void whatIsUnsafeSomewhereIsNone(@Nullable String id) {
        assertThat(Ids.isId(id)).isFalse();
        assertThat(String.valueOf(id))
                .satisfiesAnyOf(text -> assertThat(text).doesNotMatch(Ids.PATTERN), text -> assertThat(id)
                        .isNull());
    }

    @Test
    void anIdHasAtMost128Characters() {
        assertThat(Ids.isId("x".repeat(128))).isTrue();
        assertThat(Ids.isId("x".repeat(129))).isFalse();
    }

    @Test
    void whatIsWrongIsSaidWithoutTheValue() {
        assertThatThrownBy(() -> new PartnerId("mallory and co"))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains("1 to 128")
                .doesNotContain("mallory");
    }
}
