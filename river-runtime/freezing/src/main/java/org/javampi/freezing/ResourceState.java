package org.javampi.freezing;

import org.javampi.continuations.FrozenStack;
import org.javampi.river.resource.VirtualResource;

/** What leads to all that is saved of a resource. Its fields lie in the stream as they do in memory. */
final class ResourceState {
    final VirtualResource resource;
    final FrozenStack stack;

    ResourceState(VirtualResource resource, FrozenStack stack) {
        this.resource = resource;
        this.stack = stack;
    }
}
