/** "Mon fil", tried over HTTP. */
@org.jspecify.annotations.NullMarked
package fr.parvis.tracking.web;
