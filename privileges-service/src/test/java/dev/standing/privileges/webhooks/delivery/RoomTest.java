package dev.standing.privileges.webhooks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoomTest {
    private long nanos;
    private final Room room = new Room(256, () -> nanos);

    @Test
    void anEndpointThatFailsIsLeftOnePlaceAndComesBackOneByOne() {
        for (int i = 0; i < 10; i++) {
            room.take("hangs");
            room.give("hangs", Room.End.SILENT);
        }
        assertThat(room.share().left()).containsEntry("hangs", 1);
        room.take("hangs");
        assertThat(room.share().left()).containsEntry("hangs", 0);
        room.give("hangs", Room.End.ARRIVED);
        assertThat(room.share().left()).containsEntry("hangs", 2);
    }

    @Test
    void whoIsAsAnybodyBeginsIsNotRemembered() {
        room.take("new");
        assertThat(room.share().left()).containsEntry("new", Room.USUAL - 1);
        room.give("new", Room.End.SILENT);
        room.take("new");
        room.give("new", Room.End.ARRIVED);
        room.take("new");
        room.give("new", Room.End.ARRIVED);

        assertThat(room.share().left()).isEmpty();
    }

    @Test
    void anEndpointThatRefusesSomeKeepsMostOfItsPlaces() {
        for (int i = 0; i < 100; i++) {
            room.take("busy");
            room.give("busy", i % 10 < 7 ? Room.End.ARRIVED : Room.End.REFUSED);
        }
        assertThat(room.share().left()).containsEntry("busy", 29);
    }

    @Test
    void nobodyHasMoreThanThirtyTwo() {
        for (int i = 0; i < 100; i++) {
            room.take("fast");
            room.give("fast", Room.End.ARRIVED);
        }
        assertThat(room.share().left()).containsEntry("fast", 32);
    }

    @Test
    void whoTakesItsTimeHasMoreThanTheUsualOfTheFirstHalfAlone() {
        for (int i = 0; i < 100; i++) {
            room.take("slow");
            room.give("slow", Room.End.ARRIVED);
        }
        assertThat(room.share().most()).isEqualTo(128);
        for (int i = 0; i < 128; i++) {
            room.take("slow-" + i % 8);
        }

        assertThat(room.share().most()).isEqualTo(128);
        assertThat(room.share().left()).containsEntry("slow", Room.USUAL).containsEntry("slow-0", 0);
        for (int i = 0; i < 128; i++) {
            room.take("other-" + i);
        }
        assertThat(room.share().most()).isZero();
    }

    @Test
    void whoWasNotHeardOfForAnHourBeginsAnew() {
        room.take("gone");
        room.take("hangs");
        room.give("gone", Room.End.SILENT);

        nanos += Duration.ofMinutes(61).toNanos();

        assertThat(room.share().left()).containsOnlyKeys("hangs");
    }
}
