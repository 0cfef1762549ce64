package org.javampi.core.freeze;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.javampi.continuations.rewrite.FreezeCalls;

/** The calls in which a rank may be frozen, as the runtime's jars list them. */
final class FreezingCalls implements FreezeCalls {
    /** A class and a call, or the beginning of its name and {@code *}, a line. */
    static final String RESOURCE = "META-INF/javampi/freezing-calls";

    private final Map<String, Set<String>> names = new HashMap<>();
    private final Map<String, Set<String>> beginnings = new HashMap<>();

    /**
     * Those that {@code loader} sees.
     *
     * @param isRewritten whether a class of the runtime's is rewritten with the program's, so that its own calls count instead
     */
    FreezingCalls(ClassLoader loader, Predicate<String> isRewritten) {
        try {
            for (URL url : Collections.list(loader.getResources(RESOURCE))) {
                try (BufferedReader in =
                        new BufferedReader(new InputStreamReader(url.openStream(), StandardCharsets.UTF_8))) {
                    List<String> lines = in.lines().toList();
                    lines.stream()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .filter(line -> !isRewritten.test(line.split(" ")[0]))
                            .forEach(this::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    private void add(String line) {
        String[] words = line.split(" ");
        boolean isBeginning = words[1].endsWith("*");
        String name = isBeginning ? words[1].substring(0, words[1].length() - 1) : words[1];
        (isBeginning ? beginnings : names)
                .computeIfAbsent(words[0].replace('.', '/'), key -> new HashSet<>())
                .add(name);
    }

    @Override
    public boolean mayFreeze(String owner, String name, String descriptor) {
        return names.getOrDefault(owner, Set.of()).contains(name)
                || beginnings.getOrDefault(owner, Set.of()).stream().anyMatch(name::startsWith);
    }
}
