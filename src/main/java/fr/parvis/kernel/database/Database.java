package fr.parvis.kernel.database;

import fr.parvis.kernel.Settings;
import fr.parvis.kernel.WrongSettingException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** The PostgreSQL the program runs on, opened before anything else so that a wrong setting is said in one line. */
public interface Database extends AutoCloseable {

    /** What Spring Boot needs to make its connection pool. */
    Map<String, Object> toProperties();

    @Override
    void close();

    /**
     * Opens the server of the settings, or the embedded one in the data folder.
     *
     * @throws WrongSettingException when it cannot be reached, or another copy of the program holds the data folder
     */
    static Database open(Settings settings) {
        var server = settings.database();
        return server == null ? EmbeddedDatabase.start(settings.data()) : connect(server);
    }

    private static Database connect(Settings.DatabaseServer server) {
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password())) {
            connection.isValid(5);
        } catch (SQLException unreachable) {
            throw new WrongSettingException(
                    "la base de données de PARVIS_DATABASE_URL ne répond pas (" + unreachable.getMessage() + ").");
        }
        return new ServerDatabase(server);
    }
}
