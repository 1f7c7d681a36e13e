package fr.parvis.portal.web;

import fr.parvis.portal.Category;
import java.util.List;

/** What the home page shows. */
public record HomePage(List<Category> categories, List<Line> popular) {}
