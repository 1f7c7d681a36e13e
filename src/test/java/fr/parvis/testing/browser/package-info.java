/**
 * People in front of a real browser, for the journeys: what they do is written in the words of the screen, and every
 * page they come to is checked (WCAG 2.2 AA, valid HTML, no script error, no sideways scrolling).
 */
@org.jspecify.annotations.NullMarked
package fr.parvis.testing.browser;
