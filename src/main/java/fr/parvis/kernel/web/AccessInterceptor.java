package fr.parvis.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds every endpoint to its {@link Access}; strangers are sent to sign in, others are refused. */
final class AccessInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || method.getBean() instanceof ErrorController) {
            return true;
        }
        var viewer = Frames.viewer().orElse(null);
        var access = accessOf(method);
        if (access != null && access.value().includes(viewer)) {
            return true;
        }
        if (viewer == null && access != null) {
            throw new InsufficientAuthenticationException("sign in first");
        }
        throw new AccessDeniedException("not for this person");
    }

    static @Nullable Access accessOf(HandlerMethod method) {
        var onMethod = method.getMethodAnnotation(Access.class);
        return onMethod != null
                ? onMethod
                : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Access.class);
    }
}
