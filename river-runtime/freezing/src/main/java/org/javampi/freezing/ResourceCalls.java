package org.javampi.freezing;

import java.util.Set;
import org.javampi.continuations.rewrite.FreezeCalls;
import org.javampi.continuations.rewrite.ProgramClasses;

/** The calls in which a resource may be frozen: its receives and its sends, named by whatever class extends a resource's. */
public final class ResourceCalls implements FreezeCalls {
    private static final String RESOURCE = "org/javampi/river/resource/VirtualResource";

    private static final Set<String> CALLS = Set.of(
            "recv([Lorg/javampi/river/message/Constraint;)Lorg/javampi/river/message/RiverMessage;",
            "recv(Ljava/time/Duration;[Lorg/javampi/river/message/Constraint;)Ljava/util/Optional;",
            "send(Ljava/util/UUID;Ljava/util/Map;)V",
            "send(Ljava/lang/Iterable;Ljava/util/Map;)V");

    private static final String RIVER = "org/javampi/river/resource/River";

    private final ProgramClasses program;

    /** Those of a program. */
    public ResourceCalls(ProgramClasses program) {
        this.program = program;
    }

    @Override
    public boolean begins(String owner, String name) {
        return owner.equals(RIVER) && (name.equals("run") || name.equals("start"));
    }

    @Override
    public boolean mayFreeze(String owner, String name, String descriptor) {
        return CALLS.contains(name + descriptor)
                && (owner.equals(RESOURCE) || program.withSupertypes(owner).contains(RESOURCE));
    }
}
