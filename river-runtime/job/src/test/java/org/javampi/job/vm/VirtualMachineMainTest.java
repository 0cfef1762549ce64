package org.javampi.job.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.javampi.job.control.ControlConnection;
import org.javampi.job.control.MessageKind;
import org.javampi.job.control.WorldDescription;
import org.javampi.river.trust.Secret;
import org.junit.jupiter.api.Test;

/** What a VM is told first. */
class VirtualMachineMainTest {
    @Test
    void shouldWaitForTheWorldWhenTheAgentTellsThatItLives() throws IOException {
        Secret secret = Secret.random();
        UUID job = UUID.randomUUID();
        WorldDescription world = new WorldDescription(
                job,
                List.of(UUID.randomUUID()),
                new int[1],
                new int[1],
                "here",
                "127.0.0.1",
                Map.of(),
                "Prog",
                List.of(),
                "");
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> told = CompletableFuture.runAsync(() -> {
                try {
                    ControlConnection vm =
                            ControlConnection.accept(server.accept(), secret, ControlConnection.Tickets.NONE);
                    vm.send(MessageKind.ALIVE, out -> out.writeInt(30_000));
                    vm.send(MessageKind.WORLD, world::write);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            InetSocketAddress agent = (InetSocketAddress) server.getLocalSocketAddress();
            try (ControlConnection connection = ControlConnection.connect(agent, 0, secret)) {
                assertEquals(job, VirtualMachineMain.world(connection).job());
            }
            told.join();
        }
    }
}
