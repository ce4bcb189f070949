package dev.standing.privileges.webhooks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoomTest {
    private final Room room = new Room();

    @Test
    void anEndpointThatFailsIsLeftOnePlaceAndComesBackOneByOne() {
        for (int i = 0; i < 10; i++) {
            room.take("hangs");
            room.give("hangs", Room.End.SILENT);
        }
        assertThat(room.left()).containsEntry("hangs", 1);
        room.take("hangs");
        assertThat(room.left()).containsEntry("hangs", 0);
        room.give("hangs", Room.End.ARRIVED);
        assertThat(room.left()).containsEntry("hangs", 2);
    }

    @Test
    void whoIsAsAnybodyBeginsIsNotRemembered() {
        room.take("new");
        assertThat(room.taken()).isEqualTo(1);
        assertThat(room.left()).containsEntry("new", Room.USUAL - 1);
        room.give("new", Room.End.SILENT);
        room.take("new");
        room.give("new", Room.End.ARRIVED);
        room.take("new");
        room.give("new", Room.End.ARRIVED);

        assertThat(room.taken()).isZero();
        assertThat(room.left()).isEmpty();
    }

    @Test
    void anEndpointThatRefusesSomeKeepsMostOfItsPlaces() {
        for (int i = 0; i < 100; i++) {
            room.take("busy");
            room.give("busy", i % 10 < 7 ? Room.End.ARRIVED : Room.End.REFUSED);
        }
        assertThat(room.left()).containsEntry("busy", 29);
    }

    @Test
    void nobodyHasMoreThanThirtyTwo() {
        for (int i = 0; i < 100; i++) {
            room.take("fast");
            room.give("fast", Room.End.ARRIVED);
        }
        assertThat(room.left()).containsEntry("fast", 32);
    }
}
