package fr.parvis.kernel.web;

import gg.jte.TemplateEngine;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Finds the template of a page, or sends the browser on with 303 after a form. By its name it takes the place of Spring
 * Boot's own resolver, which asks several others for each page.
 */
@Component("viewResolver")
class PageViews implements ViewResolver, Ordered {

    private static final String REDIRECT = "redirect:";

    private final TemplateEngine engine;
    private final Frames frames;

    PageViews(TemplateEngine engine, Frames frames) {
        this.engine = engine;
        this.frames = frames;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public View resolveViewName(String name, Locale locale) {
        if (!name.startsWith(REDIRECT)) {
            return new JteView(engine, frames, name);
        }
        var redirect = new RedirectView(name.substring(REDIRECT.length()), true, true, false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return redirect;
    }
}
