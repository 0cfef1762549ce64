package org.javampi.mpirun.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options about collective algorithms. */
public final class CollectiveOptions {
    @Option(
            names = {"-coll", "--coll"},
            paramLabel = "RULE",
            description = "choose a collective algorithm: allreduce=ring:64k-, barrier=dissemination,"
                    + " bcast=pipeline(segment=32k)@4-; may be repeated, the first that"
                    + " applies decides")
    List<String> rules = new ArrayList<>();

    @Option(
            names = {"-coll-file", "--coll-file"},
            paramLabel = "FILE",
            description = "further rules, one per line")
    private Path file;

    @Option(
            names = {"-explain-coll", "--explain-coll"},
            description = "print at the end which algorithm ran where and why")
    boolean explain;

    @Option(
            names = {"-list-coll", "--list-coll"},
            description = "print all collective algorithms, their parameters and limits")
    private boolean list;

    @Option(
            names = {"-draw-coll", "--draw-coll"},
            paramLabel = "RULE",
            description = "draw what the ranks of an algorithm send each other: --draw-coll barrier=dissemination -np 8"
                    + " out.svg")
    private String drawn;

    /** The algorithm to draw, as in a rule; null for none. */
    public String drawn() {
        return drawn;
    }

    public boolean isListing() {
        return list;
    }

    /** What the ranks are told. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        if (!rules.isEmpty()) {
            settings.put("coll", String.join(";", rules));
        }
        if (file != null) {
            settings.put("coll.file", file.toAbsolutePath().toString());
        }
        if (explain) {
            settings.put("coll.explain", "true");
        }
        return settings;
    }
}
