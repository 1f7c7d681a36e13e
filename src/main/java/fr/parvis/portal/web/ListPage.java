package fr.parvis.portal.web;

import java.util.List;

/** The services of a theme or of a moment of life. */
public record ListPage(String title, String lead, List<Line> lines) {}
