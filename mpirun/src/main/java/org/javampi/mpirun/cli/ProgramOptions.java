package org.javampi.mpirun.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that belong to one program: where a job runs several, each has its own. */
public final class ProgramOptions {
    @Option(
            names = {"-np", "-n", "-c", "--np"},
            paramLabel = "N",
            description = "number of ranks (default 1, or all slots of the hosts that are named)")
    public Integer ranks;

    @Option(
            names = {"-cp", "-classpath", "--class-path", "--classpath"},
            paramLabel = "PATH",
            description = "class path of the program (default $CLASSPATH or .)")
    public String classPath;

    @Option(
            names = {"-jar", "--jar"},
            paramLabel = "X.jar",
            description = "run the main class of a jar")
    public String jar;

    @Option(
            names = {"-wdir", "--wd", "-wd", "--wdir"},
            paramLabel = "DIR",
            description = "directory in which the ranks start")
    public Path directory;

    @Option(
            names = {"-x"},
            paramLabel = "V[=val]",
            description = "pass environment variable V on, or set it; may be repeated")
    List<String> variables = new ArrayList<>();

    @Option(
            names = {"-env"},
            arity = "2",
            paramLabel = "V",
            hidden = true,
            description = "set an environment variable of this program: -env V val, as hydra has it")
    List<String> ownVariables = new ArrayList<>();

    @Option(
            names = {"-envlist"},
            paramLabel = "V,W",
            hidden = true,
            description = "pass environment variables on to this program, as hydra has it")
    List<String> variableLists = new ArrayList<>();

    @Option(
            names = {"-envall"},
            hidden = true,
            description = "pass all environment variables on to this program, as hydra has it")
    boolean allVariables;

    @Option(
            names = {"-envnone"},
            hidden = true,
            description = "pass no environment variable on to this program; the default, as hydra has it")
    boolean noVariables;

    /** Variables that {@code -x} names: {@code V} or {@code V=val}. */
    public List<String> passedVariables() {
        return variables;
    }

    /** Variables that this program gets and no other: {@code V} or {@code V=val}. */
    public List<String> ownVariables() {
        return VariableNames.of(allVariables, ownVariables, variableLists);
    }
}
