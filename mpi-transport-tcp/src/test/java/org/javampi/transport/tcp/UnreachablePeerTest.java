package org.javampi.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.Selector;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.javampi.core.spi.transport.FrameHandler;
import org.javampi.core.spi.transport.Region;
import org.javampi.core.spi.transport.TransportContext;
import org.javampi.river.trust.Secret;
import org.junit.jupiter.api.Test;

/** What is said when a peer does not listen where the directory says. */
class UnreachablePeerTest {
    /** A rank of two whose peer is said to be at {@code address}. */
    private static TransportContext context(Selector selector, String address) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        return (TransportContext) Proxy.newProxyInstance(
                UnreachablePeerTest.class.getClassLoader(),
                new Class<?>[] {TransportContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "size" -> 2;
                    case "rank", "epoch" -> 0;
                    case "secret" -> Secret.random();
                    case "bindAddress" -> loopback;
                    case "selector" -> selector;
                    case "setting" -> arguments[1];
                    case "lookup" -> CompletableFuture.completedFuture(address);
                    default -> null;
                });
    }

    @Test
    void shouldNameAddressAndInterfaceWhenAConnectionIsRefused() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        AtomicReference<String> reason = new AtomicReference<>();
        FrameHandler handler = new FrameHandler() {
            @Override
            public void onFrame(int peer, Region region, int offset, int length) {
                throw new AssertionError("nobody is there");
            }

            @Override
            public void onDisconnect(int peer, String why) {
                reason.set(why);
            }
        };
        try (Selector selector = Selector.open();
                TcpTransport transport = TcpTransport.open(context(selector, "127.0.0.1:" + port))) {
            transport.endpoint(1);
            while (reason.get() == null) {
                transport.poll(handler);
            }
        }
        assertTrue(
                reason.get()
                        .matches("connecting to it at 127\\.0\\.0\\.1:"
                                + port
                                + " from 127\\.0\\.0\\.1 \\(\\w+\\) failed: .*"),
                reason.get());
    }
}
