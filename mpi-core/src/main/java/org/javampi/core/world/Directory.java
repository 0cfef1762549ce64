package org.javampi.core.world;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** What the ranks of a world inside one VM have published. */
final class Directory {
    private record Key(int rank, String name) {}

    private final Map<Key, CompletableFuture<String>> entries = new ConcurrentHashMap<>();

    CompletableFuture<String> entry(int rank, String name) {
        return entries.computeIfAbsent(new Key(rank, name), k -> new CompletableFuture<>());
    }
}
