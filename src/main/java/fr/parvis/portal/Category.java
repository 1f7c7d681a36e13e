package fr.parvis.portal;

/** A theme of the catalogue; the id stands in its address. */
public record Category(String id, String title, String summary) {

    public String href() {
        return "/services/" + id;
    }
}
