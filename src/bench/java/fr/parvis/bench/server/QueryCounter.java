package fr.parvis.bench.server;

import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Counts the queries of a page, to give the bare page as many; only in a run of its own, which is not measured. */
@Controller
@Access(Audience.EVERYBODY)
@ConditionalOnProperty("parvis.bench.count")
class QueryCounter implements BeanPostProcessor {

    private static final AtomicLong QUERIES = new AtomicLong();

    /** The queries since the last time it was asked. */
    @GetMapping(path = "/bench/queries", produces = "text/plain")
    @ResponseBody
    String queries() {
        return String.valueOf(QUERIES.getAndSet(0));
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source
                ? proxy(DataSource.class, (proxy, method, arguments) -> {
                    var result = call(source, method, arguments);
                    return result instanceof Connection connection ? counted(connection) : result;
                })
                : bean;
    }

    private static Connection counted(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("prepareStatement")) {
                QUERIES.incrementAndGet();
            }
            return call(connection, method, arguments);
        });
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
