package fr.parvis.addresses;

import java.net.URI;

/** Where the geocoder is, for a program that brings its own; without such a bean the settings say it. */
public interface GeocoderAddress {

    /** The address that {@code /search} is added to. */
    URI uri();
}
