package org.javampi.mpirun.plan;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.javampi.checkpoint.CheckpointDirectory;
import org.javampi.checkpoint.Manifest;
import org.javampi.checkpoint.Recording;

/**
 * What a job does about checkpoints.
 *
 * @param directory where they go, or null for none
 * @param everyMs time between them, 0 for none
 * @param everyPoints points between them, 0 for none
 * @param patienceMs how long ranks may take to stand still
 * @param kept checkpoints that stay in the directory
 * @param rollbacks how often a job that dies is resumed
 * @param incarnation which life of the job it is: none has another's number
 * @param from the checkpoint to begin at, or null for the program's start
 * @param command what to run again at a restart
 * @param transparent whether the program does not help: it is frozen in any call
 * @param recorded whether each life is recorded
 * @param told what ranks are told besides, of a recording or a replay
 */
public record CheckpointPlan(
        Path directory,
        long everyMs,
        long everyPoints,
        long patienceMs,
        int kept,
        int rollbacks,
        int incarnation,
        Manifest from,
        List<String> command,
        boolean transparent,
        boolean recorded,
        Map<String, String> told) {
    /** No checkpoints. */
    static final CheckpointPlan NONE = none(false, Map.of());

    /** No checkpoints, of a rank that runs alone. */
    static CheckpointPlan none(boolean transparent, Map<String, String> told) {
        return new CheckpointPlan(
                null, 0, 0, 0, CheckpointDirectory.LEAST_KEPT, 0, 0, null, List.of(), transparent, false, told);
    }

    public boolean isOn() {
        return directory != null;
    }

    /** This plan in another life, which begins at a checkpoint, or anew without one. */
    CheckpointPlan from(Manifest manifest) {
        int last = manifest == null ? incarnation : Math.max(incarnation, manifest.incarnation());
        return new CheckpointPlan(
                directory,
                everyMs,
                everyPoints,
                patienceMs,
                kept,
                rollbacks,
                last + 1,
                manifest,
                command,
                transparent,
                recorded,
                Map.of());
    }

    /** This plan, of a life whose recording has begun. */
    CheckpointPlan recordedIn(Recording recording) {
        Map<String, String> where = Map.of(
                "record.dir",
                recording.path().toString(),
                "record.from",
                Long.toString(from == null ? 0 : from.epoch()));
        return new CheckpointPlan(
                directory,
                everyMs,
                everyPoints,
                patienceMs,
                kept,
                rollbacks,
                incarnation,
                from,
                command,
                transparent,
                true,
                where);
    }

    /** What a recording of this life says of it. */
    Manifest life(UUID job, int ranks) {
        return new Manifest(
                job,
                from == null ? 0 : from.epoch(),
                incarnation,
                from == null ? 0 : from.point(),
                Collections.nCopies(ranks, job),
                Collections.nCopies(ranks, 0L),
                Collections.nCopies(ranks, ""),
                command);
    }

    /** What ranks are told. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(told);
        if (isOn()) {
            settings.put("checkpoint.dir", directory.toString());
        }
        if (transparent) {
            settings.put("checkpoint.transparent", "true");
        }
        if (everyPoints > 0) {
            settings.put("checkpoint.every.points", Long.toString(everyPoints));
        }
        if (from != null) {
            Path epoch = new CheckpointDirectory(directory).of(from.epoch());
            settings.put("restart.from", epoch.toString());
        }
        if (incarnation > 0) {
            settings.put("incarnation", Integer.toString(incarnation));
        }
        return settings;
    }
}
