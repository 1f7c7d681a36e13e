package fr.parvis.tracking.web;

/**
 * What "Mon fil" of somebody shows to who may look at it.
 *
 * @param path under which the pages of what is followed lie
 * @param back where who looks came from
 */
public record PreviewPage(FeedPage feed, String path, String back) {}
