package fr.parvis.applications;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Logos of applications, judged by their content. */
@Repository
public class Logos {

    private final JdbcClient jdbc;

    Logos(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The logo of an application; its initial when it has none. */
    public Logo of(Application application) {
        return jdbc.sql("select type, content from applications.logo where application = :application")
                .param("application", application.id())
                .query((row, number) -> new Logo(row.getString(1), row.getBytes(2)))
                .optional()
                .orElseGet(() -> Logo.initial(application));
    }

    /** Replaces the logo. */
    public LogoOutcome keep(UUID application, byte[] content) {
        if (content.length > Logo.LARGEST) {
            return LogoOutcome.TOO_HEAVY;
        }
        var type = Logo.typeOf(content);
        if (type.isEmpty()) {
            return LogoOutcome.NOT_A_PICTURE;
        }
        jdbc.sql("""
                        insert into applications.logo (application, type, content) values (:application, :type, :content)
                        on conflict (application) do update set type = excluded.type, content = excluded.content
                        """)
                .param("application", application)
                .param("type", type.get())
                .param("content", content)
                .update();
        return LogoOutcome.KEPT;
    }
}
