/** What the town's team does with partners: registers them, watches over them, mends. */
@org.jspecify.annotations.NullMarked
package fr.parvis.partners.desk;
