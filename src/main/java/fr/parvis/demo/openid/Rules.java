package fr.parvis.demo.openid;

import fr.parvis.kernel.Settings.Registration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What one provider is like.
 *
 * @param client the one service that is registered; its issuer is not looked at. Without a secret, it signs with a key
 * @param level the {@code acr} of its id_tokens
 * @param acceptable whether it takes an authorization request
 */
public record Rules(
        String name,
        Registration client,
        String level,
        List<Subject> subjects,
        Predicate<Map<String, String>> acceptable) {

    public Rules {
        subjects = List.copyOf(subjects);
    }

    boolean accepts(Map<String, String> request) {
        return acceptable.test(request);
    }
}
