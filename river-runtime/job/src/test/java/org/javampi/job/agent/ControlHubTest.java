package org.javampi.job.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.javampi.job.control.ControlConnection;
import org.javampi.job.control.MessageKind;
import org.javampi.job.control.WorldDescription;
import org.javampi.river.trust.Secret;
import org.junit.jupiter.api.Test;

/** What a machine hears from its hub. */
class ControlHubTest {
    private static final int MACHINES = 8;

    private static final int STRANGERS = 2_000;

    private static WorldDescription world() {
        return new WorldDescription(
                UUID.randomUUID(),
                List.of(UUID.randomUUID()),
                new int[1],
                new int[1],
                "here",
                "",
                Map.of(),
                "",
                List.of(),
                "");
    }

    /** Others may have waited for long when a machine comes late, so that all are asked what they do. */
    @Test
    void shouldTellAMachineItsWorldBeforeAnythingElse() throws Exception {
        Secret secret = Secret.random();
        AtomicReference<ControlHub> hub = new AtomicReference<>();
        JobListener asking = (JobListener) Proxy.newProxyInstance(
                JobListener.class.getClassLoader(), new Class<?>[] {JobListener.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("onConnected")) {
                        hub.get().look(1);
                    }
                    return null;
                });
        try (ControlHub own = new ControlHub(InetAddress.getLoopbackAddress(), secret, vm -> world(), asking)) {
            hub.set(own);
            try (ControlConnection machine = ControlConnection.connect(own.address(), 0, secret, 60_000)) {
                assertEquals(MessageKind.WORLD, machine.receive().kind());
            }
        }
    }

    /** As a port scanner does, or another user of the machine: as many connections as it can in the first moments. */
    @Test
    void shouldLetTheJobsOwnInThroughAFloodOfConnections() throws Exception {
        Secret secret = Secret.random();
        JobListener deaf = (JobListener) Proxy.newProxyInstance(
                JobListener.class.getClassLoader(),
                new Class<?>[] {JobListener.class},
                (proxy, method, arguments) -> null);
        AtomicLong strangers = new AtomicLong();
        AtomicBoolean over = new AtomicBoolean();
        try (ControlHub own = new ControlHub(InetAddress.getLoopbackAddress(), secret, vm -> world(), deaf)) {
            List<Thread> flood = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                Thread thread = new Thread(() -> connect(own.address(), strangers, over), "flood");
                thread.setDaemon(true);
                thread.start();
                flood.add(thread);
            }
            try {
                for (int vm = 0; vm < MACHINES || strangers.get() < STRANGERS; vm++) {
                    try (ControlConnection machine = ControlConnection.join(
                            own.address(), vm, secret.ticket(vm), ControlConnection.JOIN_LIMIT_MS)) {
                        assertEquals(MessageKind.WORLD, machine.receive().kind());
                    }
                }
            } finally {
                over.set(true);
                for (Thread thread : flood) {
                    thread.join();
                }
            }
        }
        assertTrue(strangers.get() >= STRANGERS);
    }

    private static void connect(InetSocketAddress address, AtomicLong count, AtomicBoolean over) {
        while (!over.get()) {
            try (Socket socket = new Socket()) {
                // Its port is free again at once.
                socket.setSoLinger(true, 0);
                socket.connect(address);
                count.incrementAndGet();
            } catch (IOException e) {
                // Too many at once for the system: the next.
                continue;
            }
        }
    }
}
