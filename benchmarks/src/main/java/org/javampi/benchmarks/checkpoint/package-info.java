/** What checkpoints cost: a point that is passed, and an image that is taken and written. */
package org.javampi.benchmarks.checkpoint;
