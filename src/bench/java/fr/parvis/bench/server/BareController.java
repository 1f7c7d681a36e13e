package fr.parvis.bench.server;

import fr.parvis.kernel.web.Access;
import fr.parvis.kernel.web.Access.Audience;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The least that a page or a form of this server can be: so many indexed queries, or inserts, and a few words. */
@Controller
@Access(Audience.EVERYBODY)
class BareController {

    private static final int ROWS = 100_000;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    BareController(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @EventListener(ApplicationReadyEvent.class)
    void makeRows() {
        jdbc.sql("create schema if not exists bench").update();
        jdbc.sql("create table if not exists bench.bare (id int primary key, words text not null)")
                .update();
        jdbc.sql("create table if not exists bench.posted (id bigserial primary key, words text not null)")
                .update();
        jdbc.sql("""
                        insert into bench.bare select n, 'words of row ' || n from generate_series(1, :rows) n
                        on conflict do nothing
                        """).param("rows", ROWS).update();
    }

    @GetMapping(path = "/bench/bare", produces = MediaType.TEXT_HTML_VALUE)
    @ResponseBody
    String page(@RequestParam(defaultValue = "1") int n, HttpServletRequest request) {
        var words = new StringBuilder();
        for (int i = 0; i < n; i++) {
            words.append("<p>").append(row()).append("</p>");
        }
        return "<!doctype html><html lang=\"fr\"><title>Nu</title>" + words
                + "<form method=\"post\"><input type=\"hidden\" name=\"_csrf\" value=\"" + token(request)
                + "\"></form></html>";
    }

    @PostMapping("/bench/bare")
    String post(@RequestParam(defaultValue = "1") int n, @RequestParam(defaultValue = "words") String words) {
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < n; i++) {
                jdbc.sql("insert into bench.posted (words) values (:words)")
                        .param("words", words)
                        .update();
            }
        });
        return "redirect:/bench/bare";
    }

    private String row() {
        return jdbc.sql("select words from bench.bare where id = :id")
                .param("id", 1 + ThreadLocalRandom.current().nextInt(ROWS))
                .query(String.class)
                .single();
    }

    private static String token(HttpServletRequest request) {
        return ((CsrfToken) request.getAttribute(CsrfToken.class.getName())).getToken();
    }
}
