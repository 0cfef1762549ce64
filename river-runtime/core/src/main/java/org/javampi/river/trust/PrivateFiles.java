package org.javampi.river.trust;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.javampi.river.platform.Platform;

/**
 * Files in directories that other users of the machine can write to, such as the one for temporary files. Another
 * user can put a file or a symbolic link under any name there, before a job does. So a file is made
 * exclusively and for its owner alone; a file that exists is used only when it belongs to this process'
 * user, is no symbolic link, and is closed to everyone else. Any thread.
 *
 * <p>Where the file system knows no owners and modes, only symbolic links are refused.
 */
public final class PrivateFiles {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> WRITABLE_BY_OTHERS =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private PrivateFiles() {}

    /** This process' user, as the owner of its files; found out when it is first asked for. */
    private static final class User {
        static final Object OWNER = Platform.current().user();
    }

    /** For making a file: nobody else may read or write it. Empty where modes are unknown. */
    public static FileAttribute<?>[] fileMode(Path file) {
        return mode(file, FILE);
    }

    /** For making a directory: nobody else may look into it. Empty where modes are unknown. */
    public static FileAttribute<?>[] directoryMode(Path directory) {
        return mode(directory, DIRECTORY);
    }

    private static FileAttribute<?>[] mode(Path path, Set<PosixFilePermission> permissions) {
        return knowsOwners(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean knowsOwners(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /**
     * Makes a file that no one else may use, and opens it.
     *
     * @throws FileAlreadyExistsException when there is anything under that name
     */
    public static FileChannel create(Path file, OpenOption... how) throws IOException {
        Set<OpenOption> options = new HashSet<>(List.of(how));
        options.add(StandardOpenOption.CREATE_NEW);
        return FileChannel.open(file, options, fileMode(file));
    }

    /**
     * Opens a file for reading and writing; makes it when there is none.
     *
     * @throws IOException when what has that name is another user's, open to others, or no plain file
     */
    public static FileChannel openOrCreate(Path file) throws IOException {
        while (true) {
            try {
                return create(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException e) {
                try {
                    return open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                } catch (NoSuchFileException gone) {
                    // Removed between the two: made anew.
                    continue;
                }
            }
        }
    }

    /**
     * Opens a file that exists.
     *
     * @throws IOException when it is another user's, open to others, or no plain file
     */
    public static FileChannel open(Path file, OpenOption... how) throws IOException {
        requirePrivate(file);
        Set<OpenOption> options = new HashSet<>(List.of(how));
        options.add(LinkOption.NOFOLLOW_LINKS);
        return FileChannel.open(file, options);
    }

    /**
     * Opens a file that exists, to look at its locks: others may read it, or even write to it.
     *
     * @throws IOException when it is another user's, or a symbolic link
     */
    public static FileChannel openOwn(Path file, OpenOption... how) throws IOException {
        if (!isOwn(file)) {
            throw new IOException(file + " is gone, or belongs to another user");
        }
        Set<OpenOption> options = new HashSet<>(List.of(how));
        options.add(LinkOption.NOFOLLOW_LINKS);
        return FileChannel.open(file, options);
    }

    /** Whether {@code path} exists and belongs to this process' user; a symbolic link counts as what it is itself. */
    public static boolean isOwn(Path path) {
        if (!knowsOwners(path)) {
            return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
        }
        try {
            return User.OWNER.equals(Files.getOwner(path, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            // Not there, or not to be looked at: in either case not ours.
            return false;
        }
    }

    /**
     * Refuses what another user could have put there or can still change.
     *
     * @throws NoSuchFileException when there is nothing under that name
     * @throws IOException saying what is wrong with it
     */
    public static void requirePrivate(Path file) throws IOException {
        if (!knowsOwners(file)) {
            if (Files.isSymbolicLink(file)) {
                throw new IOException(file + " is a symbolic link: remove it");
            }
            return;
        }
        PosixFileAttributes found = Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (found.isSymbolicLink()) {
            throw new IOException(file + " is a symbolic link where a file of javampi should be: remove it");
        }
        if (!Objects.equals(User.OWNER, found.owner())) {
            throw new IOException(file + " belongs to " + found.owner().getName() + ", not to this user: remove it, or"
                    + " choose another directory");
        }
        Set<PosixFilePermission> open = new HashSet<>(found.permissions());
        open.removeAll(DIRECTORY);
        if (!open.isEmpty()) {
            throw new IOException(file + " is open to others (" + PosixFilePermissions.toString(found.permissions())
                    + "): chmod 600 " + file);
        }
    }

    /**
     * Refuses what another user can change: a process that runs what a file names must be sure of it. Unlike
     * {@link #requirePrivate}, others may read it.
     *
     * @throws IOException saying whose it is, or who may write to it, and what to do
     */
    public static void requireUnchangeableByOthers(Path path) throws IOException {
        if (!knowsOwners(path)) {
            return;
        }
        PosixFileAttributes found = Files.readAttributes(path, PosixFileAttributes.class);
        if (!Objects.equals(User.OWNER, found.owner())) {
            throw new IOException(path + " belongs to " + found.owner().getName()
                    + ", not to this user: copy it (cp -r) if you trust what is in it");
        }
        Set<PosixFilePermission> writers = new HashSet<>(found.permissions());
        writers.retainAll(WRITABLE_BY_OTHERS);
        if (!writers.isEmpty()) {
            throw new IOException(path + " can be written by others ("
                    + PosixFilePermissions.toString(found.permissions()) + "): chmod go-w " + path);
        }
    }
}
