package org.javampi.river.nws;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server finds that was killed while it wrote. */
class SavedWorkspacesTest {
    @TempDir
    Path directory;

    @Test
    void shouldKeepALongValueThatWasStoredAfterAnotherOneWasDeleted() throws IOException {
        NwsSettings settings = NwsSettings.onPort(0).savingTo(directory);
        byte[] first = new byte[1_100_000];
        byte[] second = new byte[first.length];
        second[7] = 7;
        try (NwsServer server = NwsServer.start(settings);
                NetWorkSpace space = new NetWorkSpace("kept", "127.0.0.1", server.port()).persistent()) {
            space.store("x", first);
        }
        // The log of the next server names the file of the first value, which is gone when the second one comes.
        try (NwsServer server = NwsServer.start(settings);
                NetWorkSpace space = NetWorkSpace.use("kept", "127.0.0.1", server.port())) {
            space.deleteVar("x");
            space.store("x", second);
        }
        try (NwsServer server = NwsServer.start(settings);
                NetWorkSpace space = NetWorkSpace.use("kept", "127.0.0.1", server.port())) {
            assertArrayEquals(second, space.<byte[]>fetchTry("x", null));
        }
    }

    @Test
    void shouldDropARecordThatWasTornAndSayHowMuch() throws IOException {
        NwsSettings settings = NwsSettings.onPort(0).savingTo(directory);
        try (NwsServer server = NwsServer.start(settings);
                NetWorkSpace space = new NetWorkSpace("kept", "127.0.0.1", server.port()).persistent()) {
            space.declare("l", Mode.LIFO);
            space.store("l", 1);
            space.store("l", 2);
            NwsException second = assertThrows(NwsException.class, () -> NwsServer.start(settings));
            assertTrue(second.getMessage().contains("another server saves to " + directory), second.getMessage());
        }
        Path log;
        try (Stream<Path> files = Files.list(directory)) {
            log = files.filter(file -> file.getFileName().toString().startsWith("log."))
                    .findFirst()
                    .orElseThrow();
        }
        Files.write(log, new byte[] {0, 0, 0, 40, 1, 2, 3, 4, 'S'}, StandardOpenOption.APPEND);
        try (NwsServer server = NwsServer.start(settings);
                NetWorkSpace space = new NetWorkSpace("kept", "127.0.0.1", server.port())) {
            assertEquals(1, server.remarks().size());
            assertTrue(
                    server.remarks().get(0).contains("the last 9 bytes are no complete record and are dropped"),
                    server.remarks().get(0));
            assertEquals("l\t2\t0\t0\tlifo", space.listVars());
            assertEquals(2, space.<Integer>fetch("l"));
        }
    }
}
