/**
 * A profiling tool that records the MPI calls of each rank, and what makes them visible: a page, files for Perfetto and
 * Chrome, a diagram in the terminal.
 *
 * <pre>
 *  TraceTool -> Recorder -> RankRecord     in each rank, until MPI_Finalize
 *  RankRecord, ClockOffset -> Trace        at rank 0: one clock, messages matched, waits found
 *  Trace -> TraceFile                      what is written of it
 * </pre>
 */
package org.javampi.trace;
