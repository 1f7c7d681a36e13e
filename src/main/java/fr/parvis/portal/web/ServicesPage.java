package fr.parvis.portal.web;

import fr.parvis.portal.Category;
import fr.parvis.portal.LifeEvent;
import java.util.List;

/** All the services: by theme, by moment of life, by title. */
public record ServicesPage(List<Category> categories, List<LifeEvent> lifeEvents, List<Line> all) {}
