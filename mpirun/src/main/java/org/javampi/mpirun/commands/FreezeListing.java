package org.javampi.mpirun.commands;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.javampi.continuations.Obstacle;
import org.javampi.continuations.rewrite.FreezeCalls;
import org.javampi.continuations.rewrite.ProgramCheck;
import org.javampi.continuations.rewrite.ProgramClasses;
import org.javampi.freezing.ResourceCalls;
import org.javampi.mpirun.failure.ExitStatus;
import org.javampi.mpirun.failure.LaunchFailure;
import org.javampi.mpirun.plan.Application;
import org.javampi.mpirun.plan.JobPlan;
import org.javampi.mpirun.plan.Program;

/** {@code --transparent --check}: lists where a program, of MPI or of River, cannot be frozen, without running it. */
public final class FreezeListing {
    /** In the runtime's jars: a class and a call, or the beginning of its name and {@code *}, a line. */
    private static final String CALLS = "META-INF/javampi/freezing-calls";

    private final PrintStream out;
    private final PrintStream err;

    /** A listing, whose places go to {@code out}. */
    public FreezeListing(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Prints the places of all programs of a job; answers the exit status.
     *
     * @throws LaunchFailure when a program has no such class
     */
    public int print(JobPlan plan) {
        Set<String> calls = calls(plan.runtimePath());
        Set<Program> programs = new LinkedHashSet<>();
        plan.applications().stream().map(Application::program).forEach(programs::add);
        boolean found = false;
        for (Program program : programs) {
            found |= print(program, "javampirun", classes -> (owner, name, descriptor) -> isOne(calls, owner, name));
        }
        out.flush();
        return found ? ExitStatus.MISTAKEN : 0;
    }

    /**
     * Prints the places of a program of a River; answers the exit status.
     *
     * @throws LaunchFailure when the program has no such class
     */
    public int printResources(Program program) {
        boolean found = print(program, "river run", ResourceCalls::new);
        out.flush();
        return found ? ExitStatus.MISTAKEN : 0;
    }

    private boolean print(Program program, String command, Function<ProgramClasses, FreezeCalls> freezes) {
        try (URLClassLoader loader = loader(Program.expanded(program.classPath()))) {
            ProgramClasses classes =
                    new ProgramClasses(program.mainClass().replace('.', '/'), name -> open(loader, name));
            if (classes.count() == 0) {
                throw new LaunchFailure("class " + program.mainClass() + " is not on the class path "
                        + Program.join(program.classPath())
                        + ": check its name and package, or name its place with -cp");
            }
            List<Obstacle> places = ProgramCheck.of(classes, freezes.apply(classes));
            new TreeSet<>(places.stream().map(Obstacle::toString).toList()).forEach(out::println);
            err.println(command + ": --transparent --check: " + program.name() + " ("
                    + count(classes.count(), "class", "classes") + ") "
                    + (places.isEmpty()
                            ? "can be frozen at each of its calls, as far as can be seen without running it"
                            : "cannot be frozen, or loses what it holds, at "
                                    + count(places.size(), "place", "places")));
            return !places.isEmpty();
        } catch (IOException e) {
            throw new LaunchFailure("cannot read the classes of " + program.name() + ": " + e.getMessage(), e);
        }
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private static boolean isOne(Set<String> calls, String owner, String name) {
        String type = owner.replace('/', '.');
        return calls.stream().anyMatch(call -> {
            String[] words = call.split(" ");
            return type.equals(words[0])
                    && (words[1].endsWith("*")
                            ? name.startsWith(words[1].substring(0, words[1].length() - 1))
                            : name.equals(words[1]));
        });
    }

    private static Set<String> calls(List<Path> runtimePath) {
        Set<String> calls = new TreeSet<>();
        try (URLClassLoader runtime = loader(runtimePath)) {
            for (URL url : Collections.list(runtime.findResources(CALLS))) {
                try (InputStream in = url.openStream()) {
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#") && !line.isBlank())
                            .forEach(calls::add);
                }
            }
        } catch (IOException e) {
            throw new LaunchFailure("cannot read the list of calls of the runtime: " + e.getMessage(), e);
        }
        return calls;
    }

    private static InputStream open(URLClassLoader loader, String name) {
        URL url = loader.findResource(name + ".class");
        try {
            return url == null ? null : url.openStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URLClassLoader loader(List<Path> path) {
        URL[] urls = new URL[path.size()];
        try {
            for (int i = 0; i < urls.length; i++) {
                urls[i] = path.get(i).toUri().toURL();
            }
        } catch (MalformedURLException e) {
            throw new IllegalStateException("class path " + path, e);
        }
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }
}
