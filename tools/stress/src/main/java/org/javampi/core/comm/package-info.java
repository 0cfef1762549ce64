/** What ranks may see of each other on a board. */
package org.javampi.core.comm;
