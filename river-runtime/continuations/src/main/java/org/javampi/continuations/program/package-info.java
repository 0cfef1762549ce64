/** A program that does not help: its rewritten classes, where its thread stands, and what of both another life has to know. */
package org.javampi.continuations.program;
