/** How the demo runs the programs that are not the town's, each in a process of its own. Nothing of Parvis is used here. */
@org.jspecify.annotations.NullMarked
package fr.parvis.demo.programs;
