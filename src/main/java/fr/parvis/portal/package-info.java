/**
 * The front of the house: home page, catalogue and search, the pages the law asks for. It knows what modules offer
 * people, not how they do it.
 *
 * <p>Words: catalogue = {@link fr.parvis.portal.Catalogue}, fiche de service = {@link fr.parvis.portal.Sheet}, thème =
 * {@link fr.parvis.portal.Category}, moment de vie = {@link fr.parvis.portal.LifeEvent}.
 *
 * <p>Owns the schema {@code portal}, a search index made again at each start from the procedures and from {@code
 * portal/catalogue.yaml}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "organisation", "procedures"})
@org.jspecify.annotations.NullMarked
package fr.parvis.portal;
