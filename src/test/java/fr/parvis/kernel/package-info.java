/** Tests of what every module leans on. */
@org.jspecify.annotations.NullMarked
package fr.parvis.kernel;
