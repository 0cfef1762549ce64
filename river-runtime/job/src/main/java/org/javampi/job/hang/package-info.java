/**
 * Why a job stands still: what each rank waits for, told by the ranks themselves; the graph of who waits for whom;
 * the proof that nobody can go on; and the report in words.
 */
package org.javampi.job.hang;
