package org.javampi.mpirun.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.javampi.mpirun.failure.LaunchFailure;
import org.javampi.mpirun.plan.OutputPlan;

/** Where each rank's output and errors go: to the launcher's own streams, or to files. */
public final class RankOutputs {
    private final OutputStage out;
    private final OutputStage err;
    private final Map<Path, OutputStage> files = new LinkedHashMap<>();
    private final Consumer<String> onFileFailure;
    private final boolean isContinued;
    /** Null where lines are not grouped. */
    private final GroupedLines groupedOut;

    private final GroupedLines groupedErr;
    private final List<RankStream> outs = new ArrayList<>();
    private final List<RankStream> errs = new ArrayList<>();

    /**
     * The outputs of a job's ranks.
     *
     * @param hosts name of each rank's host
     * @param colours whether a terminal shows them
     * @param isContinued whether the job has lived before: files keep what is in them
     * @param onFileFailure hears which file takes nothing any more, and why
     */
    public RankOutputs(
            OutputPlan plan,
            int ranks,
            IntFunction<String> hosts,
            OutputStage out,
            OutputStage err,
            boolean colours,
            boolean isContinued,
            Consumer<String> onFileFailure) {
        this.isContinued = isContinued;
        this.out = out;
        this.err = err;
        this.onFileFailure = onFileFailure;
        groupedOut = plan.grouped() ? new GroupedLines(out.lane(LineStyle.PLAIN), ranks) : null;
        groupedErr = plan.grouped() ? new GroupedLines(err.lane(LineStyle.PLAIN), ranks) : null;
        for (int rank = 0; rank < ranks; rank++) {
            String host = hosts.apply(rank);
            LineStyle style = Decoration.of(plan, rank, host, colours && ranks > 1);
            String outFile = plan.outPattern() != null
                    ? OutputPlan.expand(plan.outPattern(), rank, host)
                    : plan.file() == null ? null : plan.file() + "." + rank;
            String errFile = plan.errPattern() != null
                    ? OutputPlan.expand(plan.errPattern(), rank, host)
                    : plan.file() == null ? null : plan.file() + "." + rank;
            boolean merged = plan.merged() && plan.errPattern() == null;
            outs.add(stream(outFile, groupedOut, out, rank, style));
            errs.add(
                    merged
                            ? stream(outFile, groupedOut, out, rank, style)
                            : stream(errFile, groupedErr, err, rank, style));
        }
    }

    private RankStream stream(String file, GroupedLines grouped, OutputStage stage, int rank, LineStyle style) {
        if (file != null) {
            return files.computeIfAbsent(Path.of(file).toAbsolutePath(), this::open)
                    .lane(style);
        }
        return grouped == null ? stage.lane(style) : grouped.lane(rank);
    }

    private OutputStage open(Path file) {
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            OutputStream target = isContinued
                    ? Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    : Files.newOutputStream(file);
            return new OutputStage(
                    file.getFileName().toString(),
                    target,
                    failure -> onFileFailure.accept("cannot write " + file + ": " + failure.getMessage()));
        } catch (IOException e) {
            throw new LaunchFailure("cannot write the ranks' output to " + file + ": " + e, e);
        }
    }

    /** Standard output of a rank. */
    public RankStream out(int rank) {
        return outs.get(rank);
    }

    /** Standard error of a rank. */
    public RankStream err(int rank) {
        return errs.get(rank);
    }

    /** A rank writes no more. */
    public void finish(int rank) {
        outs.get(rank).finish();
        errs.get(rank).finish();
    }

    /**
     * Waits until all that ranks have written is out.
     *
     * @param patienceMs how long nothing may go out; 0 for any time
     * @return whether all is out
     */
    public boolean drain(long patienceMs) throws InterruptedException {
        boolean all = true;
        for (int rank = 0; rank < outs.size(); rank++) {
            finish(rank);
        }
        if (groupedOut != null) {
            all &= groupedErr.drain(patienceMs) && groupedOut.drain(patienceMs);
        }
        for (OutputStage file : files.values()) {
            all &= file.drain(patienceMs);
        }
        all &= err.drain(patienceMs);
        all &= out.drain(patienceMs);
        return all;
    }

    /** Ends all streams: nobody waits any more. */
    public void close() {
        files.values().forEach(OutputStage::close);
        out.close();
        err.close();
    }
}
