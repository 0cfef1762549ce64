package org.javampi.checkpoint;

/** What the checkpoints of a job are made with, one after another. */
record CheckpointContext(
        CoordinatedJob job,
        Resources resources,
        Requests requests,
        CheckpointFiles files,
        DeadDisks disks,
        Patience patience,
        Fault fault) {}
