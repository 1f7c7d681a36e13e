package fr.parvis.identity.factors;

import fr.parvis.kernel.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * The page that gives an application its secret.
 *
 * @param action the path that the first code is sent to
 * @param suite where the person goes on to
 * @param compulsory whether there is no going on without
 * @param picture the secret, for a camera
 * @param link the secret, for the application of this device
 * @param secret the secret, to type
 * @param demoCode what an invented person would read on their phone; null for real ones
 */
public record InstallationPage(
        String action,
        String suite,
        boolean compulsory,
        QrPicture picture,
        String link,
        String secret,
        @Nullable String demoCode,
        FormErrors errors) {}
