package org.javampi.checkpoint.viewer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.javampi.checkpoint.PartInput;

/**
 * What one rank's file in a checkpoint holds.
 *
 * @param about facts by name: rank, name, incarnation, point
 * @param objects what the program has registered, by name
 */
public record SavedRank(
        Map<String, String> about,
        List<SavedCommunicator> communicators,
        List<SavedOperation> operations,
        SavedArrays arrays,
        Map<String, Node> objects) {
    /**
     * Reads a file.
     *
     * @throws IOException when it is damaged, saying how
     */
    public static SavedRank read(Path part) throws IOException {
        return read(part, Set.of());
    }

    /** Reads a file, and keeps all elements of the arrays of those numbers. */
    static SavedRank read(Path file, Set<Integer> whole) throws IOException {
        Map<String, String> about = new LinkedHashMap<>();
        List<SavedCommunicator> communicators = new ArrayList<>();
        List<SavedOperation> operations = new ArrayList<>();
        SavedArrays arrays = SavedArrays.none();
        List<Node> graph = List.of();
        try (PartInput part = new PartInput(file)) {
            for (String name = part.next(); name != null; name = part.next()) {
                switch (name) {
                    case "rank":
                        part.text().lines().forEach(line -> add(line, about));
                        break;
                    case "communicators":
                        for (String line : part.text().lines().toList()) {
                            communicators.add(SavedCommunicator.read(line));
                        }
                        break;
                    case "operations":
                        for (String line : part.text().lines().toList()) {
                            operations.add(SavedOperation.read(line));
                        }
                        break;
                    case "arrays":
                        InputStream content = part.content();
                        arrays = SavedArrays.read(content, Files.size(file), whole);
                        break;
                    case "graph":
                        graph = GraphParser.parseAll(part.content().readAllBytes());
                        break;
                    default:
                        // Of a newer version: what is known can be shown.
                        break;
                }
            }
        }
        return new SavedRank(
                about, communicators, operations, arrays, objects(file, graph, new Views(arrays, Notation.of(about))));
    }

    private static void add(String line, Map<String, String> about) {
        int equals = line.indexOf('=');
        if (equals > 0) {
            about.put(line.substring(0, equals), line.substring(equals + 1));
        }
    }

    /** The first root names the objects of the program; they follow it in that order. */
    private static Map<String, Node> objects(Path file, List<Node> graph, Views views) throws IOException {
        Node field = !graph.isEmpty() && graph.get(0) instanceof Node.Instance image ? image.field("names") : null;
        if (field == null
                || !(views.of(field) instanceof View.Whole names)
                || names.members().size() >= graph.size()) {
            throw new IOException(file + " does not say what the program has registered");
        }
        Map<String, Node> objects = new LinkedHashMap<>();
        for (View.Member member : names.members()) {
            String step = member.step();
            objects.put(step.substring(1, step.length() - 1), graph.get(1 + objects.size()));
        }
        return objects;
    }

    /** Shows nodes of this file. */
    Views views() {
        return new Views(arrays, Notation.of(about));
    }

    /** Operations of those kinds, as text. */
    List<String> describe(SavedOperation.Kind... kinds) {
        List<String> lines = new ArrayList<>();
        for (SavedOperation operation : operations) {
            if (List.of(kinds).contains(operation.kind())) {
                lines.add(operation.describe(communicators));
            }
        }
        return lines;
    }
}
