/** Partners at their worst, over HTTP: nothing is lost, nothing is shown to the wrong person, each refusal is explained. */
@org.jspecify.annotations.NullMarked
package fr.parvis.partners.chaos;
