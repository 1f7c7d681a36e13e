package fr.parvis.identity.factors;

import fr.parvis.identity.factors.Doorsteps.Doorstep;
import fr.parvis.identity.sessions.Entry;
import fr.parvis.identity.sessions.Sessions;
import fr.parvis.kernel.web.LocalPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one way in, whatever was shown: it lets in, or asks for the second factor first. */
@Service
public class Entrance {

    private final SecondFactors factors;
    private final Doorsteps doorsteps;
    private final Sessions sessions;

    Entrance(SecondFactors factors, Doorsteps doorsteps, Sessions sessions) {
        this.factors = factors;
        this.doorsteps = doorsteps;
        this.sessions = sessions;
    }

    /**
     * Signs the device in, unless two factors are due and one was shown.
     *
     * @param suite where the person wants to go on to
     * @return the path to go to: the suite, or the page that asks for the second factor
     */
    @Transactional
    public String enter(
            UUID account, Entry entry, String suite, HttpServletRequest request, HttpServletResponse response) {
        if (entry.isStrong() || !factors.areRequired(account)) {
            sessions.open(account, entry, request, response);
            return LocalPath.orHome(suite);
        }
        doorsteps.keep(new Doorstep(account, entry), response);
        return SecondFactorController.PATH + "?suite="
                + URLEncoder.encode(LocalPath.orHome(suite), StandardCharsets.UTF_8);
    }
}
