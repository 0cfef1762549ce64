package org.javampi.job.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.javampi.river.trust.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both ends of a control connection, and the ways to wait at one. */
class ControlConnectionTest {
    private final Secret secret = Secret.random();
    private final List<String> refusals = new CopyOnWriteArrayList<>();
    private ControlConnection agent;
    private ControlConnection machine;

    @BeforeEach
    void connect() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<ControlConnection> accepted = CompletableFuture.supplyAsync(() -> {
                try {
                    return ControlConnection.accept(server.accept(), secret, ControlConnection.Tickets.NONE);
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
        agent.send(MessageKind.END_VMS, ControlConnection.Body.EMPTY);
        Message first = machine.receiveLooking(1);
        assertEquals(MessageKind.END_JOB, first.kind());
        assertEquals(7, first.readInt());
        assertEquals(MessageKind.END_VMS, machine.receiveLooking(1).kind());
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
        agent.send(MessageKind.END_VMS, ControlConnection.Body.EMPTY);
        assertEquals(MessageKind.END_VMS, coming.join().kind());
    }

    /** It may have taken the ticket already: a second connection would be refused. */
    @Test
    void shouldWaitForAnAgentThatDoesNotAnswerOnOneConnection() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress address = (InetSocketAddress) server.getLocalSocketAddress();
            IOException late =
                    assertThrows(IOException.class, () -> ControlConnection.join(address, 5, secret.ticket(5), 300));
            assertTrue(
                    late.getMessage().endsWith("has not answered for 0.3 s: its host is overloaded, or it is stopped"));
            server.accept().close();
            server.setSoTimeout(1);
            assertThrows(SocketTimeoutException.class, server::accept);
        }
    }

    @Test
    void shouldGiveTheSecretForATicketOnce() throws IOException {
        Set<Integer> redeemed = ConcurrentHashMap.newKeySet();
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread accepting = new Thread(() -> {
                for (int i = 0; i < 3; i++) {
                    try {
                        ControlConnection.accept(server.accept(), secret, redeemed::add);
                    } catch (IOException e) {
                        refusals.add(e.getMessage());
                    }
                }
            });
            accepting.start();
            InetSocketAddress address = (InetSocketAddress) server.getLocalSocketAddress();
            try (ControlConnection joined =
                    ControlConnection.join(address, 5, secret.ticket(5), ControlConnection.JOIN_LIMIT_MS)) {
                assertEquals(secret.toHex(), joined.secret().toHex());
            }
            // As a program would that has inherited the ticket; and one that claims to be another JVM.
            assertThrows(
                    IOException.class,
                    () -> ControlConnection.connect(address, 5, secret.ticket(5), ControlConnection.JOIN_LIMIT_MS));
            assertThrows(
                    IOException.class,
                    () -> ControlConnection.connect(address, 6, secret.ticket(5), ControlConnection.JOIN_LIMIT_MS));
            accepting.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertEquals(2, refusals.size(), refusals.toString());
        assertEquals(Set.of(5), redeemed);
    }

    @Test
    void shouldRefuseAUsedTicket() throws Exception {
        ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        InetSocketAddress address = (InetSocketAddress) server.getLocalSocketAddress();
        CompletableFuture<String> refusal = CompletableFuture.supplyAsync(() -> {
            try (server) {
                ControlConnection.accept(server.accept(), secret, vm -> false);
                return "accepted";
            } catch (IOException e) {
                return e.getMessage();
            }
        });
        assertThrows(
                IOException.class,
                () -> ControlConnection.join(address, 5, secret.ticket(5), ControlConnection.JOIN_LIMIT_MS));
        assertEquals("the ticket of JVM 5 has been used: it serves once", refusal.join());
    }

    @Test
    void shouldJoinAgainWhenTheConnectionIsCutBeforeItIsProved() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<ControlConnection> accepted = CompletableFuture.supplyAsync(() -> {
                try {
                    server.accept().close();
                    server.accept().close();
                    return ControlConnection.accept(server.accept(), secret, vm -> true);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            InetSocketAddress address = (InetSocketAddress) server.getLocalSocketAddress();
            try (ControlConnection joined =
                    ControlConnection.join(address, 5, secret.ticket(5), ControlConnection.JOIN_LIMIT_MS)) {
                assertEquals(5, joined.vm());
                assertEquals(5, accepted.join().vm());
            }
        }
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
