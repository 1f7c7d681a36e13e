package fr.parvis.addresses.web;

import fr.parvis.addresses.Addresses;
import fr.parvis.addresses.Suggestion;
import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** GET /adresses?q=12 rue ca: addresses as JSON, for signed-in people only so that nobody uses us as a relay. */
@RestController
@Access(Audience.SIGNED_IN)
class AddressSuggestions {

    private final Addresses addresses;

    AddressSuggestions(Addresses addresses) {
        this.addresses = addresses;
    }

    @GetMapping("/adresses")
    ResponseEntity<List<Suggestion>> suggest(@RequestParam(name = "q", defaultValue = "") String typed) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(addresses.suggest(typed));
    }
}
