package org.javampi.job.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.javampi.job.control.ControlConnection;
import org.javampi.job.control.MessageKind;
import org.javampi.job.control.WorldDescription;
import org.javampi.river.trust.Secret;
import org.junit.jupiter.api.Test;

/** What a machine hears from its hub. */
class ControlHubTest {
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
}
