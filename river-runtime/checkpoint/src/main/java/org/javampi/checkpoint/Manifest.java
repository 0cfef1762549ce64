package org.javampi.checkpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What makes the files of one checkpoint a checkpoint. It names resources and nothing of machines.
 *
 * <p>Text, one {@code key=value} a line, values with {@code \n} and {@code \\} escaped; the last
 * line is the SHA-256 of all before it.
 *
 * @param job name of the job
 * @param epoch number of the checkpoint, counting from 1 over all lives of the job
 * @param incarnation which life of the job has written it
 * @param point the point at which all resources stood
 * @param resources names of the resources by rank
 * @param bytes size of each part, by rank
 * @param hashes SHA-256 of each part's content, by rank
 * @param command the launcher's words about the program: what to run again
 */
public record Manifest(
        UUID job,
        long epoch,
        int incarnation,
        long point,
        List<UUID> resources,
        List<Long> bytes,
        List<String> hashes,
        List<String> command) {
    /** Name of the file. */
    public static final String FILE = "manifest";

    /** As in pom.xml; a test compares them. */
    static final String VERSION = "0.1.0";

    /**
     * Counts on whenever what a rank saves has changed, so that a state of another layout is refused before a process
     * starts. A rank compares the fields of each class besides.
     */
    static final String FORMAT = "javampi-checkpoint-6";

    private static final String WRITER = "javampi";
    private static final String SEAL = "sha256=";

    /** The file's text. */
    public String write() {
        StringBuilder text = new StringBuilder();
        line(text, "format", FORMAT);
        line(text, WRITER, VERSION);
        line(text, "job", job);
        line(text, "epoch", epoch);
        line(text, "incarnation", incarnation);
        line(text, "point", point);
        line(text, "resources", resources.size());
        for (int rank = 0; rank < resources.size(); rank++) {
            line(text, "resource." + rank, resources.get(rank));
            line(text, "bytes." + rank, bytes.get(rank));
            line(text, "hash." + rank, hashes.get(rank));
        }
        line(text, "command", command.size());
        for (int i = 0; i < command.size(); i++) {
            line(text, "command." + i, command.get(i));
        }
        return text + SEAL + hash(text.toString()) + "\n";
    }

    private static void line(StringBuilder text, String key, Object value) {
        String escaped = value.toString().replace("\\", "\\\\").replace("\n", "\\n");
        text.append(key).append('=').append(escaped).append('\n');
    }

    private static String hash(String text) {
        byte[] sum = PartOutput.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(sum);
    }

    /**
     * Reads what {@link #write} has written.
     *
     * @throws IOException when it is not whole or not of this format
     */
    public static Manifest read(String text) throws IOException {
        int seal = text.lastIndexOf(SEAL);
        if (seal < 0 || !text.equals(text.substring(0, seal) + SEAL + hash(text.substring(0, seal)) + "\n")) {
            throw new IOException("the manifest's check sum does not agree with its text");
        }
        try {
            return readSealed(text.substring(0, seal));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NullPointerException e) {
            throw new IOException("the manifest lacks a line or has a wrong one: " + e, e);
        }
    }

    private static Manifest readSealed(String text) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : text.split("\n")) {
            int equals = line.indexOf('=');
            values.put(line.substring(0, equals), unescape(line.substring(equals + 1)));
        }
        if (!FORMAT.equals(values.get("format"))) {
            throw new IOException("it was written by javampi " + values.getOrDefault(WRITER, VERSION + " or earlier")
                    + " in format " + values.get("format") + ", this is javampi " + VERSION + " with format " + FORMAT
                    + "; restart it with the version that has written it");
        }
        List<UUID> resources = new ArrayList<>();
        List<Long> bytes = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        for (int rank = 0; rank < Integer.parseInt(values.get("resources")); rank++) {
            resources.add(UUID.fromString(values.get("resource." + rank)));
            bytes.add(Long.parseLong(values.get("bytes." + rank)));
            hashes.add(values.get("hash." + rank));
        }
        List<String> command = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(values.get("command")); i++) {
            command.add(values.get("command." + i));
        }
        return new Manifest(
                UUID.fromString(values.get("job")),
                Long.parseLong(values.get("epoch")),
                Integer.parseInt(values.get("incarnation")),
                Long.parseLong(values.get("point")),
                resources,
                bytes,
                hashes,
                command);
    }

    private static String unescape(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                plain.append(next == 'n' ? '\n' : next);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /** Bytes of all parts. */
    public long totalBytes() {
        return bytes.stream().mapToLong(Long::longValue).sum();
    }
}
