package fr.parvis.identity.openid;

import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The public half of the town's key, at the address that providers are given when the town registers. */
@Controller
@Access(Audience.EVERYBODY)
class ClientKeyController {

    private static final CacheControl HELD =
            CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic();

    private final ClientKey key;

    ClientKeyController(ClientKey key) {
        this.key = key;
    }

    @GetMapping("/connexion/jwks")
    ResponseEntity<String> keys() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(HELD)
                .body(key.published().toString());
    }
}
