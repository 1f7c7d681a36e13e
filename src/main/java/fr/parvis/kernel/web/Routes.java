package fr.parvis.kernel.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Remembers by which route a request came: logs name it instead of the path, which may carry a secret or a name. */
final class Routes implements HandlerInterceptor {

    private static final String ROUTE = Routes.class.getName();
    private static final String NONE = "a request without a route";

    /** As {@code /agenda/{token}.ics}. */
    static String of(HttpServletRequest request) {
        return request.getAttribute(ROUTE) instanceof String route ? route : NONE;
    }

    /** The error page has a route of its own, which says nothing. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            request.setAttribute(
                    ROUTE, String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)));
        }
        return true;
    }
}
