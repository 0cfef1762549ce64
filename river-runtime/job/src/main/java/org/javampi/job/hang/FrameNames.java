package org.javampi.job.hang;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Whose the frames of a stack are. Each jar of the runtime says so of its own classes, in {@code
 * META-INF/javampi/frames}, so that this names none above it:
 *
 * <pre>
 *  runtime NAME    classes whose names begin so serve the runtime
 *  facade NAME     classes of this package are what programs call
 *  inner NAME      but for this one
 * </pre>
 */
final class FrameNames {
    private static final String RESOURCE = "META-INF/javampi/frames";

    /** As the class path has it. */
    private static final class OfThisProcess {
        private static final FrameNames ALL = read(FrameNames.class.getClassLoader());
    }

    private final List<String> runtime = new ArrayList<>();
    private final List<String> facades = new ArrayList<>();
    private final List<String> inner = new ArrayList<>();

    private FrameNames() {}

    /** Those of the runtime that this process runs. */
    static FrameNames ofThisProcess() {
        return OfThisProcess.ALL;
    }

    private static FrameNames read(ClassLoader loader) {
        FrameNames names = new FrameNames();
        try {
            for (URL url : Collections.list(loader.getResources(RESOURCE))) {
                try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(url.openStream(), StandardCharsets.UTF_8))) {
                    lines.lines().forEach(names::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
        return names;
    }

    private void add(String line) {
        String[] words = line.strip().split(" +");
        switch (words[0]) {
            case "runtime" -> runtime.add(words[1]);
            case "facade" -> facades.add(words[1]);
            case "inner" -> inner.add(words[1]);
            default -> {
                // An empty line.
            }
        }
    }

    /** Whether a class serves the runtime. */
    boolean isRuntime(String type) {
        return startsWithAny(type, runtime);
    }

    /** Whether a class is what programs call; not what a profiling tool's own frames stand on. */
    boolean isFacade(String type) {
        int end = type.lastIndexOf('.');
        return end > 0 && facades.contains(type.substring(0, end)) && !inner.contains(type);
    }

    static boolean startsWithAny(String text, List<String> beginnings) {
        for (String beginning : beginnings) {
            if (text.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
