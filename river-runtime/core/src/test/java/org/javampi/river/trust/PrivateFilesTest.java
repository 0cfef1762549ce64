package org.javampi.river.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another user of the machine may have put under a name is refused, and what is made is this user's alone. */
class PrivateFilesTest {
    @TempDir
    Path directory;

    @BeforeEach
    void needOwners() {
        assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void shouldMakeFilesForTheirOwnerAlone() throws IOException {
        Path file = directory.resolve("one");
        PrivateFiles.openOrCreate(file).close();
        assertEquals("rw-------", mode(file));
        assertTrue(PrivateFiles.isOwn(file));
        PrivateFiles.requirePrivate(file);
        PrivateFiles.openOrCreate(file).close();
        assertThrows(FileAlreadyExistsException.class, () -> PrivateFiles.create(file, StandardOpenOption.WRITE));
    }

    @Test
    void shouldNotFollowALinkThatWasPutUnderTheName() throws IOException {
        Path mine = Files.writeString(directory.resolve("mine"), "untouched");
        Path link = Files.createSymbolicLink(directory.resolve("link"), mine);
        IOException refusal = assertThrows(IOException.class, () -> PrivateFiles.openOrCreate(link));
        assertTrue(refusal.getMessage().contains("symbolic link"), refusal.getMessage());
        assertEquals("untouched", Files.readString(mine));
    }

    @Test
    void shouldRefuseAFileThatIsOpenToOthers() throws IOException {
        Path file = Files.createFile(directory.resolve("open"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        IOException refusal = assertThrows(IOException.class, () -> PrivateFiles.openOrCreate(file));
        assertTrue(refusal.getMessage().contains("open to others (rw-rw-rw-)"), refusal.getMessage());
        IOException changeable = assertThrows(IOException.class, () -> PrivateFiles.requireUnchangeableByOthers(file));
        assertTrue(changeable.getMessage().contains("chmod go-w"), changeable.getMessage());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        PrivateFiles.requireUnchangeableByOthers(file);
    }

    @Test
    void shouldRefuseAnotherUsersFile() throws IOException {
        Path file = directory.resolve("theirs");
        PrivateFiles.openOrCreate(file).close();
        try {
            Files.setAttribute(file, "unix:uid", 65534);
        } catch (IOException e) {
            assumeTrue(false, "only root can give files away");
        }
        assertFalse(PrivateFiles.isOwn(file));
        IOException refusal = assertThrows(IOException.class, () -> PrivateFiles.openOrCreate(file));
        assertTrue(refusal.getMessage().contains("belongs to"), refusal.getMessage());
        assertThrows(IOException.class, () -> PrivateFiles.requireUnchangeableByOthers(file));
    }

    @Test
    void shouldMakeAFileAnewThatIsRemovedWhileItIsOpened() throws Exception {
        Path file = directory.resolve("contended");
        Thread remover = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
        });
        remover.start();
        try {
            for (int i = 0; i < 2000; i++) {
                try (FileChannel channel = PrivateFiles.openOrCreate(file)) {
                    assertEquals(1, channel.write(ByteBuffer.allocate(1), 0));
                }
            }
        } finally {
            remover.interrupt();
            remover.join();
        }
    }
}
