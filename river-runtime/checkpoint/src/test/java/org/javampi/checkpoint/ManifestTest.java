package org.javampi.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A manifest is read as it was written, or not at all. */
class ManifestTest {
    @TempDir
    Path directory;

    private static Manifest manifest() {
        return new Manifest(
                UUID.randomUUID(),
                7,
                2,
                1L << 40,
                List.of(UUID.randomUUID(), UUID.randomUUID()),
                List.of(1L, 1L << 33),
                List.of("ab", "cd"),
                List.of("-cp", "a:b", "Prog", "two\nlines", "back\\slash\\n", "=", "sha256=", ""));
    }

    @Test
    void shouldReadBackWhatWasWritten() throws IOException {
        Manifest manifest = manifest();
        assertEquals(manifest, Manifest.read(manifest.write()));
        assertEquals(1 + (1L << 33), manifest.totalBytes());
    }

    @Test
    void shouldFindAnyFlippedBitAndAnyCut() throws IOException {
        byte[] whole = manifest().write().getBytes(StandardCharsets.UTF_8);
        Path file = directory.resolve(Manifest.FILE);
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, damaged);
            assertThrows(IOException.class, () -> Manifest.read(Files.readString(file)), "flipped bit " + bit);
        }
        String text = new String(whole, StandardCharsets.UTF_8);
        for (int length = 0; length < text.length(); length++) {
            String cut = text.substring(0, length);
            assertThrows(IOException.class, () -> Manifest.read(cut), "cut at " + length);
        }
        assertThrows(IOException.class, () -> Manifest.read(text + "\n"));
    }

    @Test
    void shouldSayWhichFormatItIsOf() {
        // Another format, rightly sealed.
        String other = manifest().write().replace("format=javampi-checkpoint-1", "format=javampi-9");
        String text = other.substring(0, other.lastIndexOf("sha256="));
        String seal =
                java.util.HexFormat.of().formatHex(PartOutput.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
        IOException refusal = assertThrows(IOException.class, () -> Manifest.read(text + "sha256=" + seal + "\n"));
        assertTrue(
                refusal.getMessage().contains("format javampi-9, this is javampi-checkpoint-1"), refusal.getMessage());
    }
}
