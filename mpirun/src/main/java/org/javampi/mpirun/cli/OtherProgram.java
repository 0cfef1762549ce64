package org.javampi.mpirun.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** A program beside the first one of a job: {@code : -np 2 Other}. Options of the whole job stand before the first. */
@Command(name = "javampirun ... :")
public final class OtherProgram {
    @Mixin
    public ProgramOptions own = new ProgramOptions();

    @Mixin
    public HostNames hosts = new HostNames();

    private Arguments arguments;

    private OtherProgram() {}

    /**
     * Reads what stands behind a colon.
     *
     * @param job the options of the whole job
     * @throws org.javampi.mpirun.failure.WrongUsage when it is wrong
     */
    static OtherProgram read(List<String> words, CommandSpec job) {
        OtherProgram program = new OtherProgram();
        program.arguments = new PicocliReader(new CommandLine(program), job).read(words);
        return program;
    }

    OtherProgram withJvmOptions(List<String> more) {
        arguments = arguments.withJvmOptions(more);
        return this;
    }

    /** Options of its JVMs, and the program with its arguments. */
    public Arguments arguments() {
        return arguments;
    }
}
