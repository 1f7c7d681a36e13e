package fr.parvis.documents;

import org.springframework.stereotype.Service;

/** Tagged PDF (PDF/UA) from templates. */
@Service
public class Pdfs {

    /** Renders the template {@code name} (a whole XHTML page without frame) with its {@code page} record. */
    public byte[] render(String name, Object page) {
        throw new UnsupportedOperationException();
    }
}
