package org.javampi.river.resource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.javampi.river.trust.PrivateFiles;
import org.javampi.river.trust.Secret;

/**
 * Where the secret comes from that the VMs of a River share: a file that only its owner can read.
 * Knowing the secret is enough to run code on every VM, so a file that others can read is refused.
 */
final class RiverSecret {
    private static final int LEAST_DIGITS = 32;
    private static final int MOST_DIGITS = 128;

    private RiverSecret() {}

    /** The secret that stands as hexadecimal digits in {@code file}. */
    static Secret read(Path file) throws IOException {
        // A link may lead to the file; then the file that it leads to counts.
        Path target = file.toRealPath();
        try {
            PrivateFiles.requirePrivate(target);
        } catch (IOException e) {
            throw new IOException("secret file " + e.getMessage(), e);
        }
        return parse(Files.readString(file, StandardCharsets.US_ASCII), "secret file " + file);
    }

    /**
     * The secret that {@code text} spells.
     *
     * @param from where it comes from, for the refusal
     */
    static Secret parse(String text, String from) throws IOException {
        String digits = text.strip();
        if (digits.length() < LEAST_DIGITS
                || digits.length() > MOST_DIGITS
                || digits.length() % 2 != 0
                || !digits.matches("[0-9a-fA-F]*")) {
            throw new IOException(from
                    + ": "
                    + LEAST_DIGITS
                    + " to "
                    + MOST_DIGITS
                    + " hexadecimal digits are needed; 'openssl rand -hex 32' makes some");
        }
        return Secret.ofHex(digits);
    }

    /** The secret in {@code file}, made by chance and kept there when there is none yet. */
    static Secret readOrMake(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(file.getParent(), "river", ".draft");
            try {
                // A temporary file is its owner's alone. It gets its name complete or not at all,
                // and only one of several processes that start together gives it.
                Files.writeString(draft, Secret.random().toHex(), StandardCharsets.US_ASCII);
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException e) {
                return read(file);
            } finally {
                Files.delete(draft);
            }
        }
        return read(file);
    }
}
