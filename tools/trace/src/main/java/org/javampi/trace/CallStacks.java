package org.javampi.trace;

import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.javampi.MPI;

/** The program's call stacks as a tree: what many calls have in common is kept once. Not for several threads at a time. */
final class CallStacks {
    static final int NONE = -1;
    /** From Java 19 on a frame tells its descriptor only to those who may know its class, too. */
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private static final String FACADE = MPI.class.getPackageName() + ".";
    private static final List<String> RUNTIME =
            List.of(TraceTool.class.getName(), Recorder.class.getName(), CallStacks.class.getName(), "mpi.");
    private static final List<String> BELOW_THE_PROGRAM = List.of("java.", "jdk.", "sun.", FACADE);

    /** A place in code; lines and files are looked up once for each. */
    private record Site(String type, String method, String descriptor, int index) {}

    private record Node(int frame, int caller) {}

    private final RankRecord record;
    private final Map<Site, Integer> frames = new HashMap<>();
    private final Map<Node, Integer> nodes = new HashMap<>();

    CallStacks(RankRecord record) {
        this.record = record;
    }

    /** The stack of the caller, from the program's innermost frame on. Any thread. */
    static List<StackFrame> walk() {
        return WALKER.walk(CallStacks::ofProgram);
    }

    private static List<StackFrame> ofProgram(Stream<StackFrame> all) {
        List<StackFrame> frames = new ArrayList<>();
        all.filter(frame -> !isOfRuntime(frame.getClassName())).forEach(frames::add);
        int count = frames.size();
        while (count > 0 && isBelowTheProgram(frames.get(count - 1).getClassName())) {
            count--;
        }
        // A program of this project has nothing else.
        return count == 0 ? frames : frames.subList(0, count);
    }

    private static boolean isOfRuntime(String type) {
        return type.startsWith(FACADE) && type.indexOf('.', FACADE.length()) < 0
                || RUNTIME.stream().anyMatch(type::startsWith);
    }

    private static boolean isBelowTheProgram(String type) {
        return BELOW_THE_PROGRAM.stream().anyMatch(type::startsWith);
    }

    /** Its number in the record; {@link #NONE} of an empty one. */
    int number(List<StackFrame> stack) {
        int node = NONE;
        for (int i = stack.size() - 1; i >= 0; i--) {
            Node next = new Node(frame(stack.get(i)), node);
            Integer known = nodes.get(next);
            if (known == null) {
                known = record.stackCount();
                record.stacks.addAll(next.frame, next.caller);
                nodes.put(next, known);
            }
            node = known;
        }
        return node;
    }

    private int frame(StackFrame frame) {
        Site site =
                new Site(frame.getClassName(), frame.getMethodName(), frame.getDescriptor(), frame.getByteCodeIndex());
        Integer known = frames.get(site);
        if (known == null) {
            known = record.places.size();
            record.places.add(frame.getFileName() + ":" + frame.getLineNumber());
            record.methods.add(site.type + "." + site.method);
            frames.put(site, known);
        }
        return known;
    }
}
