package fr.parvis.identity.factors;

import fr.parvis.kernel.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * The page that asks for the second factor.
 *
 * @param suite where the person goes on to
 * @param application whether there is an application to ask a code of; otherwise there are passkeys only
 * @param demoCode what an invented person would read on their phone; null for real ones
 */
public record SecondFactorPage(
        String suite, boolean application, @Nullable String demoCode, FormErrors errors) {}
