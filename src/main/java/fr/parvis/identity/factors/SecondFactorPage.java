package fr.parvis.identity.factors;

import fr.parvis.kernel.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * The page that asks for the second factor.
 *
 * @param suite where the person goes on to
 * @param demoCode what an invented person would read on their phone; null for real ones
 */
public record SecondFactorPage(String suite, @Nullable String demoCode, FormErrors errors) {}
