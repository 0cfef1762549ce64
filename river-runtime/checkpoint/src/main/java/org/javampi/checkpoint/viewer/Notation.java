package org.javampi.checkpoint.viewer;

import java.util.Arrays;
import java.util.Map;

/**
 * How the runtime that wrote a file names its own classes there. The file says it, since the viewer knows no
 * class of the runtime; a file that does not is shown class by class.
 *
 * @param standIns how the names begin of classes that stand for arrays, buffers and predefined handles
 * @param runtime how the names of the runtime's other classes begin, commas between
 */
record Notation(String standIns, String runtime) {
    /** Nothing is known. */
    static final Notation NONE = new Notation("", "");

    /** What the facts about a rank say. */
    static Notation of(Map<String, String> about) {
        return new Notation(about.getOrDefault("standIns", ""), about.getOrDefault("runtime", ""));
    }

    /** What a stand-in stands for: {@code ArrayReference}, ...; null for other classes. */
    String standIn(String type) {
        return !standIns.isEmpty() && type.startsWith(standIns) ? type.substring(standIns.length()) : null;
    }

    boolean isRuntime(String type) {
        return !runtime.isEmpty() && Arrays.stream(runtime.split(",")).anyMatch(type::startsWith);
    }
}
