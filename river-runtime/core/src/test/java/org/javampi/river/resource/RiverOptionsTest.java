package org.javampi.river.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the environment says, and what it may not say. */
class RiverOptionsTest {
    private static final String DIGITS = "00112233445566778899aabbccddeeff";

    @TempDir
    Path home;

    @Test
    void shouldMakeASecretOfTheUsersOwnOnce() throws IOException {
        RiverOptions first = RiverOptions.from(Map.of(), home);
        RiverOptions second = RiverOptions.from(Map.of(), home);
        assertEquals(first.secret().toHex(), second.secret().toHex());
        Path folder = home.resolve(".javampi");
        try (var files = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("river.secret")), files.toList());
        }
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("river.secret"))));
        assertTrue(first.bind().isLoopbackAddress(), "loopback unless told otherwise");
    }

    @Test
    void shouldReadAllThatIsSaid() throws IOException {
        RiverOptions options = RiverOptions.from(
                Map.of(
                        RiverOptions.SECRET, DIGITS,
                        RiverOptions.BIND, "127.0.0.2",
                        RiverOptions.DISCOVERY_PORT, "4000",
                        RiverOptions.SEEDS, "127.0.0.1:1, [::1]:65535"),
                home);
        assertEquals("127.0.0.2", options.bind().getHostAddress());
        assertEquals(4000, options.discoveryPort());
        assertEquals(2, options.seeds().size());
        assertEquals(65_535, options.seeds().get(1).getPort());
        assertEquals(DIGITS, options.secret().toHex());
    }

    @Test
    void shouldRefuseASecretThatOthersCanRead() throws IOException {
        Path file = Files.writeString(home.resolve("s"), DIGITS);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertRefused(
                "secret file " + file + " is open to others (rw-r-----): chmod 600 " + file,
                Map.of(RiverOptions.SECRET_FILE, file.toString()));
        Path link = Files.createSymbolicLink(home.resolve("link"), file);
        assertRefused("is open to others (rw-r-----)", Map.of(RiverOptions.SECRET_FILE, link.toString()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        RiverOptions options = RiverOptions.from(Map.of(RiverOptions.SECRET_FILE, file.toString()), home);
        assertEquals(DIGITS, options.secret().toHex());
    }

    @Test
    void shouldNameWhatCannotBe() {
        assertRefused("32 to 128 hexadecimal digits", Map.of(RiverOptions.SECRET, "password"));
        assertRefused("32 to 128 hexadecimal digits", Map.of(RiverOptions.SECRET, ""));
        assertRefused("JAVAMPI_RIVER_SEEDS here: host:port is needed", with(RiverOptions.SEEDS, "here"));
        assertRefused("'0' is no port (1..65535)", with(RiverOptions.SEEDS, "127.0.0.1:0"));
        assertRefused("'70000' is no port", with(RiverOptions.DISCOVERY_PORT, "70000"));
    }

    private static Map<String, String> with(String name, String value) {
        return Map.of(RiverOptions.SECRET, DIGITS, name, value);
    }

    private void assertRefused(String text, Map<String, String> environment) {
        IOException refusal = assertThrows(IOException.class, () -> RiverOptions.from(environment, home));
        assertTrue(refusal.getMessage().contains(text), refusal.getMessage());
    }
}
