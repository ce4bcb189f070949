package dev.standing.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HomeOptionTest {

    @Test
    void pathIsQuotedWhereAShellWouldTakeItApart() {
        assertThat(HomeOption.quoted("/tmp/a-home_1.x")).isEqualTo("/tmp/a-home_1.x");
        assertThat(HomeOption.quoted("/tmp/a blank & more")).isEqualTo("'/tmp/a blank & more'");
        assertThat(HomeOption.quoted("/tmp/Jane's home")).isEqualTo("'/tmp/Jane'\\''s home'");
    }
}
