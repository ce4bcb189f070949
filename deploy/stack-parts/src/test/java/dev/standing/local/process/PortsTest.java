package dev.standing.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void freePortsAreDifferent() {
        assertThat(Ports.free(5)).doesNotHaveDuplicates().hasSize(5);
    }

    @Test
    void portIsFreeUntilSomebodyListens() throws IOException {
        int port = Ports.free(1).getFirst();
        assertThat(Ports.isFree(port)).isTrue();
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(List.of(socket.getLocalPort())).noneMatch(Ports::isFree);
        }
    }
}
