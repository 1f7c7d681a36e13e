package fr.parvis;

import fr.parvis.kernel.Settings;
import fr.parvis.kernel.WrongSettingException;
import fr.parvis.kernel.database.Database;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.modulith.Modulithic;

/** The program: reads the settings, opens the database, serves the town. */
@SpringBootApplication
@Modulithic(systemName = "Parvis", sharedModules = "kernel")
public class Parvis {

    /** Exit code for a wrong setting (EX_CONFIG of sysexits.h), so that a supervisor does not restart in a loop. */
    private static final int WRONG_SETTING = 78;

    public static void main(String[] args) {
        try {
            start(Settings.from(System.getenv()), args);
        } catch (RuntimeException failure) {
            WrongSettingException.in(failure).ifPresent(wrong -> refuse(wrong.getMessage()));
            if (failure.getCause() instanceof PortInUseException || failure instanceof PortInUseException) {
                refuse("le port demandé est déjà pris : changez PARVIS_PORT ou PARVIS_MANAGEMENT_PORT.");
            }
            throw failure;
        }
    }

    /**
     * Starts the program with the given settings.
     *
     * @throws WrongSettingException when the database cannot be opened with these settings
     */
    public static ConfigurableApplicationContext start(Settings settings, String... args) {
        var database = Database.open(settings);
        SpringApplication.getShutdownHandlers().add(database::close);
        var application = new SpringApplication(Parvis.class);
        application.setDefaultProperties(settings.toProperties());
        application.addInitializers(context -> {
            var generic = (GenericApplicationContext) context;
            generic.registerBean(Settings.class, () -> settings);
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new org.springframework.core.env.MapPropertySource(
                            "database", Map.copyOf(database.toProperties())));
        });
        return application.run(args);
    }

    private static void refuse(@org.jspecify.annotations.Nullable String reason) {
        System.err.println("Parvis ne démarre pas : " + reason);
        System.exit(WRONG_SETTING);
    }
}
