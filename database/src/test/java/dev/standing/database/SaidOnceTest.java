package dev.standing.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SaidOnceTest {
    private long now;
    private final SaidOnce said = new SaidOnce(() -> now);

    @Test
    void aFailureIsSaidOnceAndAgainAfterTenMinutes() {
        assertThat(said.isNew("expired 3 records after 30000 ms")).isTrue();
        assertThat(said.isNew("expired 17 records after 30012 ms")).isFalse();

        now += Duration.ofMinutes(10).toNanos();

        assertThat(said.isNew("expired 5 records after 30001 ms")).isTrue();
        assertThat(said.isNew("expired 5 records after 30001 ms")).isFalse();
    }

    @Test
    void anotherIsSaidAtOnce() {
        said.isNew("the database is away");

        assertThat(said.isNew("the password is wrong")).isTrue();
    }

    @Test
    void onceItIsOverTheSameIsNew() {
        assertThat(said.isOver()).as("nothing was said").isFalse();
        said.isNew("the database is away");

        assertThat(said.isOver()).isTrue();
        assertThat(said.isOver()).isFalse();
        assertThat(said.isNew("the database is away")).isTrue();
    }
}
