package fr.parvis.identity.confirmation;

import fr.parvis.identity.sessions.Sessions;
import fr.parvis.kernel.web.LocalPath;
import fr.parvis.kernel.web.RecentlyConfirmed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Holds endpoints to {@link RecentlyConfirmed}; after {@link fr.parvis.kernel.web.Access}, which says who may at all. */
@Configuration(proxyBeanMethods = false)
public class ConfirmationRule implements WebMvcConfigurer, HandlerInterceptor {

    /** How long showing who one is lets one open a form. */
    public static final Duration TO_BEGIN = Duration.ofMinutes(10);

    /** And send it: nobody should lose what they wrote for having taken their time. */
    private static final Duration TO_FINISH = Duration.ofMinutes(30);

    private static final String SECURITY = "/compte/securite";

    private final Sessions sessions;

    ConfirmationRule(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(1);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method) || !isHeld(method)) {
            return true;
        }
        boolean reading =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (sessions.isConfirmed(request, reading ? TO_BEGIN : TO_FINISH)) {
            return true;
        }
        var suite = reading ? LocalPath.of(request) : formOf(request);
        response.setHeader("Cache-Control", "no-store");
        response.sendRedirect(
                ConfirmationController.PATH + "?suite=" + URLEncoder.encode(suite, StandardCharsets.UTF_8));
        return false;
    }

    private static boolean isHeld(HandlerMethod method) {
        return method.hasMethodAnnotation(RecentlyConfirmed.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), RecentlyConfirmed.class);
    }

    /** The page that was sent, which browsers name to the site that it is of. */
    private static String formOf(HttpServletRequest request) {
        var page = request.getHeader("Referer");
        return page == null ? SECURITY : LocalPath.orHome(page.replaceFirst("^https?://[^/]+", ""));
    }
}
