package org.javampi.job.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;
import org.javampi.river.trust.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Both ends of a control connection, and the ways to wait at one. */
@Timeout(60)
class ControlConnectionTest {
    private final Secret secret = Secret.random();
    private ControlConnection agent;
    private ControlConnection machine;

    @BeforeEach
    void connect() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<ControlConnection> accepted = CompletableFuture.supplyAsync(() -> {
                try {
                    return ControlConnection.accept(server.accept(), secret);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            machine = ControlConnection.connect((InetSocketAddress) server.getLocalSocketAddress(), 3, secret);
            agent = accepted.join();
        }
    }

    @AfterEach
    void close() throws IOException {
        agent.close();
        machine.close();
    }

    @Test
    void shouldReceiveWholeMessagesWhenLooking() throws IOException {
        agent.send(MessageKind.END_JOB, out -> out.writeInt(7));
        agent.send(MessageKind.DUMP, ControlConnection.Body.EMPTY);
        Message first = machine.receiveLooking(1);
        assertEquals(MessageKind.END_JOB, first.kind());
        assertEquals(7, first.readInt());
        assertEquals(MessageKind.DUMP, machine.receiveLooking(1).kind());
    }

    @Test
    void shouldReceiveWhatComesLaterWhenLooking() throws IOException {
        CompletableFuture<Message> coming = CompletableFuture.supplyAsync(() -> {
            try {
                return machine.receiveLooking(1);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        agent.send(MessageKind.DUMP, ControlConnection.Body.EMPTY);
        assertEquals(MessageKind.DUMP, coming.join().kind());
    }

    @Test
    void shouldSeeTheOtherSidesEndWhenLooking() throws IOException {
        agent.close();
        assertThrows(EOFException.class, () -> machine.receiveLooking(1));
    }

    @Test
    void shouldGiveUpASilentSideWhenLooking() throws IOException {
        machine.limitSilence(5);
        assertThrows(SocketTimeoutException.class, () -> machine.receiveLooking(1));
    }
}
