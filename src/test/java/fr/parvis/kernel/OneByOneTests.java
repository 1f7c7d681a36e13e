package fr.parvis.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.testing.ParvisTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParvisTest
class OneByOneTests {

    @Autowired
    OneByOne oneByOne;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anItemThatFailsStopsNoneOfTheOthers() {
        var due = new ArrayList<>(List.of("a", "broken", "c", "d"));

        oneByOne.each("test", () -> due.stream().limit(2).toList(), item -> item, item -> {
            if (item.equals("broken")) {
                jdbc.sql("select 1 / 0").query(Integer.class).single();
            }
            due.remove(item);
        });

        assertThat(due).containsExactly("broken");
    }
}
