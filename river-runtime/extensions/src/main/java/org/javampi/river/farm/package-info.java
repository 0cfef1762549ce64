/**
 * One scheduler for all systems that farm out work: {@link org.javampi.river.farm.Farm} hands the tasks of any number
 * of {@link org.javampi.river.farm.Work works} to VMs that it has leased or started, takes back what dead VMs had, and
 * counts attempts. It is the one place where farmed work can wait for a VM, and none waits for a dead one.
 */
package org.javampi.river.farm;
