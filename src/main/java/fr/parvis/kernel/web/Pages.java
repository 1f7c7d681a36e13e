package fr.parvis.kernel.web;

import java.util.Map;
import org.springframework.web.servlet.ModelAndView;

/** How a controller answers with a page: the template's name and the one record it shows. */
public final class Pages {

    private Pages() {}

    /** The page of template {@code name}, whose parameter {@code page} is the given record. */
    public static ModelAndView page(String name, Object page) {
        return new ModelAndView(name, Map.of("page", page));
    }

    /** The same page with an HTTP status other than 200, as for a form that must be corrected. */
    public static ModelAndView page(String name, Object page, org.springframework.http.HttpStatus status) {
        var view = page(name, page);
        view.setStatus(status);
        return view;
    }
}
