/** What the tests of all modules share: how long they wait. No part of the product depends on it. */
package org.javampi.testing;
