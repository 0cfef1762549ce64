package org.javampi.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
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

    private static String refusal(String text) {
        String unsealed = text.substring(0, text.lastIndexOf("sha256="));
        String seal = HexFormat.of().formatHex(PartOutput.sha256().digest(unsealed.getBytes(StandardCharsets.UTF_8)));
        return assertThrows(IOException.class, () -> Manifest.read(unsealed + "sha256=" + seal + "\n"))
                .getMessage();
    }

    @Test
    void shouldNameBothVersionsWhenAnotherOneHasWrittenIt() {
        String newer = manifest()
                .write()
                .replace("format=" + Manifest.FORMAT, "format=javampi-checkpoint-9")
                .replace("javampi=0.1.0", "javampi=7.0");
        assertEquals(
                "it was written by javampi 7.0 in format javampi-checkpoint-9, this is javampi 0.1.0 with format "
                        + Manifest.FORMAT + "; restart it with the version that has written it",
                refusal(newer));
        String older = manifest()
                .write()
                .replace("format=" + Manifest.FORMAT, "format=javampi-checkpoint-1")
                .replace("javampi=0.1.0\n", "");
        assertTrue(refusal(older).startsWith("it was written by javampi 0.1.0 or earlier in format"), refusal(older));
    }

    @Test
    void shouldKnowItsVersion() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        assertTrue(pom.contains("<version>" + Manifest.VERSION + "</version>"), Manifest.VERSION);
    }
}
