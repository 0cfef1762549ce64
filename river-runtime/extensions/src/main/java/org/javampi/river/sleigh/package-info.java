/** Sleigh: workers that wait for work, keep state, and meet in a workspace of their own. */
package org.javampi.river.sleigh;
