package fr.parvis.addresses;

import java.io.IOException;
import java.util.List;

/** Finds addresses that begin like a text. */
interface Geocoder {

    /**
     * The best matches, best first.
     *
     * @throws IOException when it does not answer in time, or not with what it should
     */
    List<Suggestion> search(String text) throws IOException;
}
