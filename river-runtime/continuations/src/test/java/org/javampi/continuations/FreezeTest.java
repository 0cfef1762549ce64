package org.javampi.continuations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import org.javampi.continuations.Pause.Director;
import org.javampi.continuations.programs.Programs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that is frozen at each of its calls prints what it prints undisturbed. */
class FreezeTest {
    private static final int FEWEST_CALLS = 2;

    @ParameterizedTest
    @ValueSource(
            classes = {
                Programs.Recursion.class,
                Programs.Loops.class,
                Programs.Types.class,
                Programs.Switches.class,
                Programs.Nested.class,
                Programs.Exceptions.class,
                Programs.Lambdas.class,
                Programs.ConstructorReferences.class,
                Programs.Inner.class,
                Programs.Records.class,
                Programs.MadeRecords.class,
                Programs.Collections.class,
                Programs.Texts.class,
                Programs.Constructors.class,
                Programs.Chained.class,
                Programs.Monitors.class,
                Programs.Identity.class,
                Programs.Dead.class,
            })
    void shouldGoOnWhenFrozenAtEachCall(Class<?> program) throws Throwable {
        List<String> expected = undisturbed(program);
        RewritingLoader loader = new RewritingLoader(program.getName());
        assertEquals(List.of(), loader.rewriter.obstacles());
        Director director = new Director(true);
        director.survey = survey(loader);
        Pause.DIRECTOR.set(director);
        Continuation.Body body = body(loader, program);
        Optional<FrozenStack> frozen = Continuation.run(body);
        while (frozen.isPresent()) {
            director.entersAgain = true;
            frozen = Continuation.resume(frozen.get(), body);
        }
        assertEquals(expected, director.output);
        assertTrue(director.calls >= FEWEST_CALLS, "frozen " + director.calls + " times");
        assertEquals(0, Resumption.active);
    }

    /** What is written between is all that the next loader gets: other classes, other objects. */
    @ParameterizedTest
    @ValueSource(
            classes = {
                Programs.Recursion.class,
                Programs.Loops.class,
                Programs.Types.class,
                Programs.Switches.class,
                Programs.Nested.class,
                Programs.Exceptions.class,
                Programs.Inner.class,
                Programs.Records.class,
                Programs.Texts.class,
                Programs.Chained.class,
                Programs.Monitors.class,
                Programs.Identity.class,
                Programs.Dead.class,
            })
    void shouldGoOnInOtherClassesWhenFramesWereWritten(Class<?> program) throws Throwable {
        List<String> expected = undisturbed(program);
        Director director = new Director(true);
        Pause.DIRECTOR.set(director);
        RewritingLoader loader = new RewritingLoader(program.getName());
        director.survey = survey(loader);
        Optional<FrozenStack> frozen = Continuation.run(body(loader, program));
        while (frozen.isPresent()) {
            byte[] written = write(frozen.get());
            loader = new RewritingLoader(loader);
            director.survey = survey(loader);
            director.entersAgain = true;
            frozen = Continuation.resume(read(written, loader), body(loader, program));
        }
        assertEquals(expected, director.output);
        assertTrue(director.calls >= FEWEST_CALLS, "frozen " + director.calls + " times");
    }

    private static StackSurvey survey(RewritingLoader loader) {
        return new StackSurvey(loader.rewriter.sites(), type -> type.getClassLoader() == loader);
    }

    private static List<String> undisturbed(Class<?> program) throws Throwable {
        Director director = new Director(false);
        Pause.DIRECTOR.set(director);
        body(program.getClassLoader(), program).enter();
        return director.output;
    }

    static Continuation.Body body(ClassLoader loader, Class<?> program) {
        return () -> {
            try {
                Class.forName(program.getName(), true, loader).getMethod("run").invoke(null);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
    }

    private static byte[] write(FrozenStack stack) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(stack);
        }
        return bytes.toByteArray();
    }

    private static FrozenStack read(byte[] bytes, ClassLoader loader) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            protected Class<?> resolveClass(ObjectStreamClass description) throws ClassNotFoundException {
                return Class.forName(description.getName(), false, loader);
            }
        }) {
            return (FrozenStack) in.readObject();
        }
    }
}
