package fr.parvis.addresses;

import org.jspecify.annotations.Nullable;

/**
 * An address that exists, from the national address base.
 *
 * @param label the address on one line, as it is shown and kept
 * @param housenumber null for a street without number
 * @param citycode the commune's INSEE code
 * @param lon longitude, WGS 84
 * @param lat latitude, WGS 84
 * @param id the interoperability key of the base, as in {@code 92073_1234_00012}
 */
public record Suggestion(
        String label,
        @Nullable String housenumber,
        String street,
        String postcode,
        String city,
        String citycode,
        double lon,
        double lat,
        String id) {}
