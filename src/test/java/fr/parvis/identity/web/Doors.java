package fr.parvis.identity.web;

import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;

/** Endpoints for each circle of people, to try the rules on. */
@TestComponent
@Controller
@ResponseBody
class Doors {

    @Access(Audience.EVERYBODY)
    @PostMapping("/essai/tous")
    String everybody(@RequestParam String text, @RequestParam(required = false) @Nullable MultipartFile file) {
        return text + (file == null ? "" : " " + file.getSize());
    }

    @Access(Audience.SIGNED_IN)
    @GetMapping("/essai/connecte")
    String signedIn(Viewer viewer) {
        return viewer.fullName() + " " + viewer.units() + " " + viewer.administrator();
    }

    @Access(Audience.SIGNED_IN)
    @PostMapping("/essai/connecte")
    String signedInPost(@RequestParam String text) {
        return text;
    }

    @Access(Audience.AGENT)
    @GetMapping("/essai/agent")
    String agent(Viewer viewer) {
        return viewer.fullName();
    }

    @GetMapping("/essai/personne")
    String nobodySaidWho() {
        return "open";
    }
}
