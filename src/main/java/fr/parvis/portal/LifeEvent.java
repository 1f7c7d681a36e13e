package fr.parvis.portal;

/** A moment of life that brings several services together. */
public record LifeEvent(String id, String title) {

    public String href() {
        return "/services/moments/" + id;
    }
}
