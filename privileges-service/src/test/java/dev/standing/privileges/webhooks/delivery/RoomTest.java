package dev.standing.privileges.webhooks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoomTest {
    private final Room room = new Room();

    @Test
    void anEndpointThatFailsIsLeftOnePlaceAndComesBackOneByOne() {
        for (int i = 0; i < 10; i++) {
            room.take("hangs");
            room.give("hangs", false);
        }
        assertThat(room.left()).containsEntry("hangs", 1);
        room.take("hangs");
        assertThat(room.left()).containsEntry("hangs", 0);
        room.give("hangs", true);
        assertThat(room.left()).containsEntry("hangs", 2);
    }

    @Test
    void whoIsAsAnybodyBeginsIsNotRemembered() {
        room.take("new");
        assertThat(room.taken()).isEqualTo(1);
        assertThat(room.left()).containsEntry("new", Room.USUAL - 1);
        room.give("new", false);
        room.take("new");
        room.give("new", true);
        room.take("new");
        room.give("new", true);

        assertThat(room.taken()).isZero();
        assertThat(room.left()).isEmpty();
    }

    @Test
    void nobodyHasMoreThanThirtyTwo() {
        for (int i = 0; i < 100; i++) {
            room.take("fast");
            room.give("fast", true);
        }
        assertThat(room.left()).containsEntry("fast", 32);
    }
}
