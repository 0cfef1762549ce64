package org.javampi.job.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of this host's addresses are used. Every host has a loopback interface. */
class InterfacesTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.0/8", "127.0.0.1/32", "126.0.0.0/7"})
    void shouldFindAnInterfaceByItsNetwork(String wanted) throws IOException {
        assertEquals(InetAddress.getByName("127.0.0.1"), Interfaces.named(wanted));
    }

    @Test
    void shouldFindAnInterfaceByItsName() throws IOException {
        String name = NetworkInterface.getByInetAddress(LOOPBACK).getName();
        assertTrue(Interfaces.named(name).isLoopbackAddress());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nosuch0", "203.0.113.0/24", "127.0.0.0/x", "128.0.0.0/99", ""})
    void shouldNameThoseThatThereAreWhenThereIsNoSuch(String wanted) {
        var refusal = assertThrows(IOException.class, () -> Interfaces.named(wanted));
        assertTrue(refusal.getMessage().contains("127.0.0.1"), refusal.getMessage());
    }

    @Test
    void shouldOfferLoopbackLastAndNoContainersBridge() throws IOException {
        List<InetAddress> offered = Interfaces.offered();
        assertEquals(LOOPBACK, offered.get(offered.size() - 1));
        for (InetAddress address : offered) {
            String name = NetworkInterface.getByInetAddress(address).getName();
            assertFalse(name.startsWith("docker") || name.startsWith("virbr"), name);
        }
    }

    @Test
    void shouldOfferFirstWhatDefaultRoutesGoBy() throws IOException {
        InetAddress bridge = InetAddress.getByName("10.1.2.254");
        InetAddress main = InetAddress.getByName("203.0.113.5");
        InetAddress six = InetAddress.getByName("2001:db8::5");
        InetAddress sixOfBridge = InetAddress.getByName("fd00::1");
        List<InetAddress> all = new ArrayList<>(List.of(sixOfBridge, bridge, six, main));
        Interfaces.sort(all, List.of(main, six));
        assertEquals(List.of(main, six, bridge, sixOfBridge), all);
        Interfaces.sort(all, List.of());
        assertEquals(List.of(main, bridge, six, sixOfBridge), all);
    }

    @Test
    void shouldFollowTheRoute() {
        InetAddress here = Interfaces.towards(LOOPBACK);
        assertEquals(LOOPBACK, here);
        assertTrue(Interfaces.describe(here).matches("127\\.0\\.0\\.1 \\(\\w+\\)"));
        assertTrue(Interfaces.isOwn(here));
    }
}
