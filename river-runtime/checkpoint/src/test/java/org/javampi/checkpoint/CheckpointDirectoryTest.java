package org.javampi.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a directory counts as a checkpoint, and which are kept. */
class CheckpointDirectoryTest {
    @TempDir
    Path parent;

    private CheckpointDirectory directory;
    private final List<String> damage = new ArrayList<>();

    @BeforeEach
    void open() {
        directory = new CheckpointDirectory(parent.resolve("a/b"));
    }

    private void make(long epoch) throws IOException {
        Path parts = directory.begin(epoch);
        List<String> hashes = new ArrayList<>();
        List<Long> bytes = new ArrayList<>();
        for (int rank = 0; rank < 2; rank++) {
            try (PartOutput out = new PartOutput(parts.resolve(FreezePoint.partName(rank)))) {
                out.section("state", "rank " + rank + " at " + epoch);
                out.finish();
                hashes.add(out.hash());
                bytes.add(out.byteCount());
            }
        }
        directory.seal(new Manifest(
                new UUID(1, 2),
                epoch,
                0,
                epoch * 10,
                List.of(new UUID(0, 0), new UUID(0, 1)),
                bytes,
                hashes,
                List.of()));
        directory.commit(epoch);
    }

    private long newest() throws IOException {
        return directory.newest(damage::add).map(Manifest::epoch).orElse(0L);
    }

    @Test
    void shouldKeepOutASecondJobAsLongAsTheFirstUsesTheDirectory() throws IOException {
        UUID first = new UUID(3, 4);
        Closeable occupied = directory.occupy(first);
        IOException refusal = assertThrows(IOException.class, () -> directory.occupy(new UUID(5, 6)));
        assertTrue(refusal.getMessage().contains("is in use by job " + first), refusal.getMessage());
        occupied.close();
        directory.occupy(new UUID(5, 6)).close();
    }

    @Test
    void shouldNotBeTrustedWhenOthersCanWrite() throws IOException {
        make(1);
        directory.requireTrusted();
        Path part = directory.part(1, 1);
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-rw-rw-"));
        IOException refusal = assertThrows(IOException.class, directory::requireTrusted);
        assertTrue(refusal.getMessage().contains("can be written by others"), refusal.getMessage());
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(directory.path(), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThrows(IOException.class, directory::requireTrusted);
    }

    @Test
    void shouldBeReadableByTheOwnerOnly() throws IOException {
        make(1);
        assertEquals("rwx------", mode(directory.of(1)));
        assertEquals("rw-------", mode(directory.part(1, 0)));
        assertEquals("rw-------", mode(directory.of(1).resolve(Manifest.FILE)));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void shouldNameEpochsWithTheSameDigitsInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals("epoch-00000042", directory.of(42).getFileName().toString());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void shouldHaveNoneWhenTheDirectoryIsMissingOrEmpty() throws IOException {
        assertEquals(Optional.empty(), directory.newest(damage::add));
        Files.createDirectories(directory.path());
        assertEquals(Optional.empty(), directory.newest(damage::add));
        assertEquals(List.of(), damage);
    }

    @Test
    void shouldNotLookAtWhatIsUnfinished() throws IOException {
        make(1);
        directory.begin(2);
        Files.createDirectory(directory.path().resolve("epoch-of-reason"));
        assertEquals(List.of(1L), directory.epochs());
        assertEquals(1, newest());
        assertEquals(List.of(), damage);
    }

    @Test
    void shouldFallBackToTheOneBeforeAndSaySo() throws IOException {
        make(1);
        make(2);
        Path part = directory.part(2, 1);
        byte[] bytes = Files.readAllBytes(part);
        bytes[bytes.length / 2] ^= 1;
        Files.write(part, bytes);
        assertEquals(1, newest());
        assertTrue(damage.get(0).startsWith("checkpoint 2 cannot be used: " + part + " is damaged"), damage.toString());
    }

    @Test
    void shouldNameAPartThatIsMissing() throws IOException {
        make(1);
        make(2);
        Files.delete(directory.part(2, 0));
        assertEquals(1, newest());
        assertEquals(List.of("checkpoint 2 cannot be used: missing " + directory.part(2, 0)), damage);
    }

    @Test
    void shouldNotTakeTheWholePartOfAnotherCheckpoint() throws IOException {
        make(1);
        make(2);
        Files.write(directory.part(2, 0), Files.readAllBytes(directory.part(1, 0)));
        assertEquals(1, newest());
        assertTrue(damage.get(0).endsWith("is not the file that the manifest means"));
    }

    @Test
    void shouldNotTakeACheckpointUnderAnotherNumber() throws IOException {
        make(1);
        Files.move(directory.of(1), directory.of(5));
        assertEquals(0, newest());
        assertTrue(damage.get(0).endsWith("holds checkpoint 1"), damage.toString());
    }

    @Test
    void shouldKeepTheTwoNewestAndNoLeftovers() throws IOException {
        make(1);
        make(2);
        directory.begin(3);
        make(4);
        directory.begin(5);
        directory.prune(2, epoch -> true);
        assertEquals(List.of(2L, 4L), directory.epochs());
        assertFalse(Files.exists(directory.path().resolve("epoch-00000003.tmp")));
        assertTrue(Files.exists(directory.path().resolve("epoch-00000005.tmp")));
    }

    @Test
    void shouldNotCountDamagedOnesAmongTheTwo() throws IOException {
        for (int epoch = 1; epoch <= 4; epoch++) {
            make(epoch);
        }
        directory.prune(2, epoch -> epoch != 3);
        assertEquals(List.of(2L, 4L), directory.epochs());
    }

    @Test
    void shouldKeepAsManyAsAskedForButNeverFewerThanTwo() throws IOException {
        for (int epoch = 1; epoch <= 5; epoch++) {
            make(epoch);
        }
        directory.prune(4, epoch -> true);
        assertEquals(List.of(2L, 3L, 4L, 5L), directory.epochs());
        directory.prune(0, epoch -> true);
        assertEquals(List.of(4L, 5L), directory.epochs());
    }

    @Test
    void shouldBeginAnewWhereACrashHasLeftParts() throws IOException {
        Files.writeString(directory.begin(1).resolve("rank-0.part"), "half");
        make(1);
        assertEquals(1, newest());
    }
}
