package fr.parvis.partners.published;

import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import fr.parvis.kernel.web.NotFoundException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The contract for machines, as it stands in this version of the program; there is nothing secret in it. */
@RestController
@Access(Audience.EVERYBODY)
class ContractController {

    private static final String FOLDER = "partners/contract/";
    private static final Pattern SCHEMA = Pattern.compile("[a-z]+\\.v\\d+");
    private static final Duration CACHED = Duration.ofHours(1);

    @GetMapping("/api/v1/partenaires/openapi.json")
    ResponseEntity<Resource> openApi() {
        return answer(MediaType.APPLICATION_JSON, new ClassPathResource(FOLDER + "openapi.json"));
    }

    @GetMapping("/api/v1/partenaires/schemas/{name}.json")
    ResponseEntity<Resource> schema(@PathVariable String name) {
        var schema = new ClassPathResource(FOLDER + name + ".json");
        if (!SCHEMA.matcher(name).matches() || !schema.exists()) {
            throw new NotFoundException();
        }
        return answer(MediaType.valueOf("application/schema+json"), schema);
    }

    /** Any page may read it, such as a viewer of OpenAPI documents elsewhere. */
    private static ResponseEntity<Resource> answer(MediaType type, Resource document) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(CACHED).cachePublic())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .contentType(type)
                .body(document);
    }
}
