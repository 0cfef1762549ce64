package org.javampi.river.checkpoint;

/** What the checkpoints of a job are made with, one after another. */
record Means(
        CoordinatedJob job,
        Resources resources,
        Requests requests,
        CheckpointFiles files,
        DeadDisks disks,
        Patience patience,
        Fault fault) {}
