package fr.parvis.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.kernel.web.Access;
import fr.parvis.testing.ParvisTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@ParvisTest
class AccessTests {

    @Autowired
    Map<String, RequestMappingHandlerMapping> mappings;

    @Test
    void everyHandlerSaysWhoMayCallIt() {
        var handlers = mappings.values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .filter(handler -> handler.getBeanType().getPackageName().startsWith("fr.parvis"))
                .filter(handler -> !ErrorController.class.isAssignableFrom(handler.getBeanType()))
                .toList();
        assertThat(handlers).isNotEmpty().allMatch(AccessTests::saysWho, "has @Access on itself or on its class");
    }

    private static boolean saysWho(HandlerMethod handler) {
        return handler.hasMethodAnnotation(Access.class)
                || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), Access.class);
    }
}
