package fr.parvis.portal.web;

import fr.parvis.portal.Category;
import fr.parvis.portal.LifeEvent;
import fr.parvis.portal.Sheet;
import java.util.Collection;
import java.util.List;

/** Every public page. */
public record SiteMapPage(List<Category> categories, List<LifeEvent> lifeEvents, Collection<Sheet> sheets) {}
