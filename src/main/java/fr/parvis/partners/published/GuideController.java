package fr.parvis.partners.published;

import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.kernel.web.Pages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The guide for vendors, of this very version of the program, where their console is. */
@Controller
@RequestMapping(GuideController.PATH)
@Access(Audience.EVERYBODY)
class GuideController {

    static final String PATH = "/partenaires/guide";

    private static final String FOLDER = "partners/guide/";
    private static final String SCRIPT = "premier-evenement.sh";
    private static final Pattern NAME = Pattern.compile("README|[a-z]+(-[a-z]+)*");

    @GetMapping
    String begin() {
        return "redirect:" + PATH + "/fr/README";
    }

    @GetMapping("/{language:fr|en}/{page}")
    ModelAndView page(@PathVariable String language, @PathVariable String page) throws IOException {
        var text = new ClassPathResource(FOLDER + language + "/" + page + ".md");
        if (!NAME.matcher(page).matches() || !text.exists()) {
            throw new NotFoundException();
        }
        var read = Markdown.of(text.getContentAsString(StandardCharsets.UTF_8));
        return Pages.page("partners/guide", new GuidePage(read.title(), language, read.html()));
    }

    @GetMapping("/" + SCRIPT)
    ResponseEntity<Resource> script() {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(new ClassPathResource(FOLDER + SCRIPT));
    }
}
