package fr.parvis.bench;

/**
 * What a load showed.
 *
 * @param perSecond requests answered per second
 * @param median milliseconds
 * @param p95 milliseconds
 * @param cpu milliseconds of CPU per request, of the program and PostgreSQL together
 */
record Measure(double perSecond, double median, double p95, double cpu) {}
