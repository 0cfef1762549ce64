package org.javampi.continuations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.javampi.continuations.Pause.Director;
import org.javampi.continuations.programs.Obstacles;
import org.junit.jupiter.api.Test;

/** Where a program cannot be frozen, the survey says so, and why, before anything has been left. */
class ObstacleTest {
    private static final String BETWEEN = " stands between two methods of the program, and its frame cannot be saved";

    @Test
    void shouldNameCollectionThatCallsBack() {
        shouldBeAt(Obstacles.ForEach.class, "Obstacles$ForEach.run", "forEach" + BETWEEN);
    }

    @Test
    void shouldNameStreamThatCallsBack() {
        shouldBeAt(Obstacles.Streams.class, "Obstacles$Streams.run", BETWEEN);
    }

    @Test
    void shouldNameSortThatCallsBack() {
        shouldBeAt(Obstacles.Sorting.class, "Obstacles$Sorting.run", BETWEEN);
    }

    @Test
    void shouldNameReflection() {
        shouldBeAt(Obstacles.Reflection.class, "Obstacles$Reflection.run", BETWEEN);
    }

    @Test
    void shouldNameTextThatIsPutTogether() {
        shouldBeAt(Obstacles.Text.class, "Obstacles$Text.run", BETWEEN);
    }

    @Test
    void shouldNameClassThatIsInitialised() {
        shouldBeAt(
                Obstacles.Initialising.class,
                "Obstacles$Initialising$Late.<clinit>",
                "a class is being initialised, and that cannot be left and entered again");
    }

    @Test
    void shouldNameConstructorOfSuperclass() {
        shouldBeAt(
                Obstacles.Super.class,
                "Obstacles$Super$Derived.<init>",
                "the constructor has not returned from super() or this()");
    }

    @Test
    void shouldNameArgumentsOfConstructor() {
        shouldBeAt(
                Obstacles.Arguments.class,
                "Obstacles$Arguments.<init>",
                "the constructor has not returned from super() or this()");
    }

    @Test
    void shouldNameClassThatWasNotSeen() {
        shouldBeAt(Obstacles.ByName.class, "Obstacles$ByName.run", "the method was not rewritten");
    }

    @Test
    void shouldRefuseFramesOfOtherCode() throws Throwable {
        Director director = new Director(true);
        Pause.DIRECTOR.set(director);
        Class<?> program = org.javampi.continuations.programs.Programs.Nested.class;
        RewritingLoader loader = new RewritingLoader(program.getName());
        director.survey = new StackSurvey(loader.rewriter.sites(), type -> type.getClassLoader() == loader);
        FrozenStack frozen = Continuation.run(FreezeTest.body(loader, program)).orElseThrow();
        Class<?> other = org.javampi.continuations.programs.Programs.Loops.class;
        RewritingLoader otherLoader = new RewritingLoader(other.getName());
        IllegalStateException refused = assertThrows(
                IllegalStateException.class, () -> Continuation.resume(frozen, FreezeTest.body(otherLoader, other)));
        assertEquals(
                "frozen in org/javampi/continuations/programs/Programs$Nested.run()V, but the way back leads to"
                        + " org/javampi/continuations/programs/Programs$Loops.run()V: resume with the classes and"
                        + " arguments that were frozen",
                refused.getMessage());
        assertEquals(0, Resumption.active);
        IllegalStateException missed =
                assertThrows(IllegalStateException.class, () -> Continuation.resume(frozen, () -> {}));
        assertTrue(missed.getMessage().contains("but the body ended without entering it"), missed.getMessage());
    }

    private static void shouldBeAt(Class<?> program, String place, String reason) {
        RewritingLoader loader = new RewritingLoader(program.getName());
        Director director = new Director(true);
        director.survey = new StackSurvey(loader.rewriter.sites(), type -> type.getClassLoader() == loader);
        Pause.DIRECTOR.set(director);
        Throwable thrown = assertThrows(Throwable.class, () -> Continuation.run(FreezeTest.body(loader, program)));
        while (!(thrown instanceof CannotFreezeException) && thrown.getCause() != null) {
            thrown = thrown.getCause();
        }
        String message = thrown.getMessage();
        assertTrue(message.startsWith("org.javampi.continuations.programs." + place + " (line "), message);
        assertTrue(message.contains(reason), message);
        assertTrue(message.contains("; make the call ") || message.contains("; list the places "), message);
    }
}
