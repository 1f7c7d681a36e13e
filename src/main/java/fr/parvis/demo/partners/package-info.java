/**
 * What an administrator of the demo town would do for vendors: register them, hand over their keys, and start their
 * programs on ports beside the town's.
 */
@org.jspecify.annotations.NullMarked
package fr.parvis.demo.partners;
