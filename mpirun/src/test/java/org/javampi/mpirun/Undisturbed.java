package org.javampi.mpirun;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What jobs print when nothing happens to them; each is run once. */
final class Undisturbed {
    private final Map<List<String>, String> outputs = new HashMap<>();

    /** The output of the job that {@code words} run. */
    String of(String... words) throws IOException {
        List<String> key = List.of(words);
        String output = outputs.get(key);
        if (output == null) {
            output = JobRun.of(key).good().out;
            outputs.put(key, output);
        }
        return output;
    }
}
