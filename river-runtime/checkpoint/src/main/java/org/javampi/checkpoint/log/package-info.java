/** Files of records that can be read to their last whole record, however the process that writes them has ended. */
package org.javampi.checkpoint.log;
