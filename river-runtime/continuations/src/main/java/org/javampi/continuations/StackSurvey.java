package org.javampi.continuations;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks at the calling thread's stack before it is frozen. Between the call that freezes and the outermost method of
 * the program, each frame must stand at a call that was rewritten. What lies outside is entered again by
 * {@link Continuation.Body}.
 */
public final class StackSurvey {
    private static final StackWalker WALKER =
            StackWalker.getInstance(Set.of(Option.RETAIN_CLASS_REFERENCE, Option.SHOW_HIDDEN_FRAMES));

    /** How the methods begin that go on in a constructor. */
    private static final String REST = "javampi$rest";

    private final Sites sites;
    private final Predicate<Class<?>> program;

    /**
     * Makes a survey.
     *
     * @param program whether a class is the program's
     */
    public StackSurvey(Sites sites, Predicate<Class<?>> program) {
        this.sites = sites;
        this.program = program;
    }

    /** The innermost frame that cannot be frozen, or nothing. Of the library's frames above the program's none counts. */
    public Optional<Obstacle> obstacle() {
        List<StackFrame> own = own();
        for (int i = 0; i < own.size(); i++) {
            StackFrame frame = own.get(i);
            if (isLambda(frame)) {
                continue;
            }
            if (!sites.has(key(frame), frame.getByteCodeIndex())) {
                return Optional.of(isProgram(frame) ? inProgram(frame) : between(frame, caller(own, i)));
            }
        }
        return Optional.empty();
    }

    /** Where each frame stands that will be saved, the innermost first, as {@code Prog.main (line 7)}. */
    public List<String> places() {
        List<String> places = new ArrayList<>();
        for (StackFrame frame : own()) {
            if (isProgram(frame) && !isLambda(frame)) {
                String method = frame.getMethodName().startsWith(REST) ? "<init>" : frame.getMethodName();
                places.add(new Obstacle(frame.getClassName(), method, frame.getLineNumber(), "", "").place());
            }
        }
        return places;
    }

    /** From the innermost to the outermost frame of the program. */
    private List<StackFrame> own() {
        List<StackFrame> frames = WALKER.walk(stream -> stream.toList());
        int first = 0;
        while (first < frames.size() && !isProgram(frames.get(first))) {
            first++;
        }
        int last = frames.size() - 1;
        while (last >= first && !isProgram(frames.get(last))) {
            last--;
        }
        return new ArrayList<>(frames.subList(Math.min(first, last + 1), last + 1));
    }

    /** The object that the JDK makes for a lambda of the program: it has no state of its own in a call. */
    private boolean isLambda(StackFrame frame) {
        return isProgram(frame) && frame.getDeclaringClass().isHidden();
    }

    private boolean isProgram(StackFrame frame) {
        return program.test(frame.getDeclaringClass());
    }

    private StackFrame caller(List<StackFrame> own, int from) {
        int i = from;
        while (!isProgram(own.get(i)) || isLambda(own.get(i))) {
            i++;
        }
        return own.get(i);
    }

    private static String key(StackFrame frame) {
        return frame.getClassName().replace('.', '/') + "." + frame.getMethodName() + frame.getDescriptor();
    }

    private static Obstacle between(StackFrame frame, StackFrame caller) {
        String called = frame.getClassName() + "." + frame.getMethodName();
        return new Obstacle(
                caller.getClassName(),
                caller.getMethodName(),
                caller.getLineNumber(),
                (frame.isNativeMethod() ? "the native method " : "") + called
                        + " stands between two methods of the program, and its frame cannot be saved",
                "make the call from the program itself, in a loop for example");
    }

    private static Obstacle inProgram(StackFrame frame) {
        String reason;
        String remedy;
        if (frame.isNativeMethod()) {
            reason = "the frame of a native method cannot be saved";
            remedy = "make the call from a method in Java";
        } else if (frame.getMethodName().equals("<clinit>")) {
            reason = "a class is being initialised, and that cannot be left and entered again";
            remedy = "make the call from a method, after the class is initialised";
        } else if (frame.getMethodName().equals("<init>")) {
            reason =
                    "the constructor has not returned from super() or this(), and an object without its fields cannot be saved";
            remedy = "make the call after super(), or in a method";
        } else {
            reason = "the method was not rewritten for this call";
            remedy =
                    "list the places by --transparent --check, and name the class in the program instead of loading it by a name";
        }
        return new Obstacle(frame.getClassName(), frame.getMethodName(), frame.getLineNumber(), reason, remedy);
    }
}
