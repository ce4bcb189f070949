package dev.standing.privileges.webhooks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 36, 70})
    void howeverManyTakeTheirTimeSomePlacesAreLeftToWhoHasFew(int slow) {
        for (int endpoint = 0; endpoint < slow; endpoint++) {
            for (int i = 0; i < 40; i++) {
                room.take("slow-" + endpoint);
                room.give("slow-" + endpoint, i < 10 ? Room.End.ARRIVED : Room.End.LATE);
            }
        }
        while (takeAll(slow)) {
            // Each takes what it may have, again and again.
        }

        Room.Share share = room.share();
        assertThat(share.most()).isPositive();
        assertThat(share.usual()).isPositive();
        assertThat(share.left().values()).containsOnly(0);
    }

    private boolean takeAll(int endpoints) {
        int taken = 0;
        Room.Share share = room.share();
        for (int i = 0; i < endpoints && taken < share.most(); i++) {
            for (int left = share.left().getOrDefault("slow-" + i, share.usual());
                    left > 0 && taken < share.most();
                    left--) {
                room.take("slow-" + i);
                taken++;
            }
        }
        return taken > 0;
    }

    @Test
    void oneAloneHasAllThatOneMayHave() {
        for (int i = 0; i < 40; i++) {
            room.take("slow-0");
            room.give("slow-0", Room.End.ARRIVED);
        }
        int taken = 0;
        for (int left = room.share().left().get("slow-0");
                left > 0;
                left = room.share().left().get("slow-0")) {
            room.take("slow-0");
            taken++;
        }
        assertThat(taken).isEqualTo(32);
    }

    @Test
    void noneIsLeftWhereAllAreTaken() {
        for (int i = 0; i < 256; i++) {
            room.take("endpoint-" + i);
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
