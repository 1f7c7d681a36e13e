package fr.parvis.testing.browser;

import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Gives the {@link Visitor} parameters of a test each a browser of their own, closed after the test. */
final class Visitors implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(Visitors.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visitor.class;
    }

    @Override
    public Visitor resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var browsing = parameter.findAnnotation(Browsing.class);
        boolean javaScript = browsing.map(Browsing::javaScript).orElse(true);
        int width = browsing.map(Browsing::width).orElse(1280);
        var screens = new Screens(context.getRequiredTestMethod().getName() + "-" + parameter.getIndex(), width);
        var browser = chromium(context).context(baseUrl(context), javaScript, width);
        var visitor = new Visitor(browser, javaScript, screens);
        context.getStore(NAMESPACE).put(parameter.getIndex(), visitor);
        return visitor;
    }

    private static Chromium chromium(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Chromium.class, key -> new Chromium(), Chromium.class);
    }

    private static String baseUrl(ExtensionContext context) {
        var environment = SpringExtension.getApplicationContext(context).getEnvironment();
        return "http://localhost:" + Objects.requireNonNull(environment.getProperty("local.server.port"));
    }
}
