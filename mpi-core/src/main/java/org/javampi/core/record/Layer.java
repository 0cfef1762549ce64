package org.javampi.core.record;

import java.nio.file.Path;
import org.javampi.Binding;
import org.javampi.checkpoint.Recording;
import org.javampi.core.binding.RankBinding;
import org.javampi.job.RankHost;

/** Whether a rank's calls are recorded or replayed. Apart from what does it, so that nothing of it is loaded elsewhere. */
public final class Layer {
    /** Setting: the directory of the {@link Recording} that is written. */
    public static final String RECORDING = "record.dir";

    /** Setting: the checkpoint that this life begins at. */
    public static final String FROM = "record.from";

    private Layer() {}

    /**
     * What the program's calls enter.
     *
     * @param next what they come to then: {@code rank} itself, or something over it
     * @param isTransparent whether the program marks no points
     * @return {@code next} itself, if nothing is recorded or replayed
     */
    public static Binding over(Binding next, RankBinding rank, RankHost rankHost, boolean isTransparent) {
        String replayed = rankHost.setting(ReplayHost.RECORDING);
        if (replayed != null) {
            return new ReplayingBinding(
                    next,
                    rank,
                    new Recording(Path.of(replayed)),
                    rankHost.rank(),
                    Long.parseLong(rankHost.setting(ReplayHost.EPOCH)),
                    !isTransparent);
        }
        String recorded = rankHost.setting(RECORDING);
        if (recorded == null) {
            return next;
        }
        return RecordingBinding.over(
                next,
                rank,
                new Recording(Path.of(recorded)),
                rankHost,
                Long.parseLong(rankHost.setting(FROM)),
                !isTransparent);
    }
}
