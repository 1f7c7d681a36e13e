package fr.parvis.applications.openid;

import fr.parvis.kernel.web.Pages;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.ModelAndView;

/**
 * A moment between the portal and an application.
 *
 * @param application its name; empty while still on the portal
 */
public record OnwardPage(String address, String application) {

    /**
     * Leads on by a page of its own: browsers would hold a redirect that follows a form to the content policy of the
     * form's page, which does not let it leave the portal.
     */
    public static ModelAndView lead(String address, String application, HttpServletResponse response) {
        response.setHeader("Refresh", "0;url=" + address);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return Pages.page("applications/onward", new OnwardPage(address, application));
    }
}
