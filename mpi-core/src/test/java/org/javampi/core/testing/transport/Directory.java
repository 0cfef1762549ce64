package org.javampi.core.testing.transport;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** What the ranks of one test have published. Any thread. */
final class Directory {
    private final Map<String, CompletableFuture<String>> entries = new ConcurrentHashMap<>();

    CompletableFuture<String> entry(int rank, String key) {
        return entries.computeIfAbsent(rank + "/" + key, name -> new CompletableFuture<>());
    }
}
