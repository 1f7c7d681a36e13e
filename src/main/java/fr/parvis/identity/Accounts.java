package fr.parvis.identity;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The accounts, as other modules may use them. */
@Service
public class Accounts {

    /** What a new account needs; the password is checked against the rules and hashed, the e-mail taken as proven. */
    public record NewAccount(String firstName, String lastName, String email, String password, boolean demo) {}

    /** Opens an account whose e-mail address is already proven. */
    public UUID open(NewAccount account) {
        throw new UnsupportedOperationException();
    }

    public Optional<Person> find(UUID account) {
        throw new UnsupportedOperationException();
    }

    public Optional<Person> findByEmail(String email) {
        throw new UnsupportedOperationException();
    }

    /** Several people at once, by account; those gone are left out. */
    public Map<UUID, Person> people(Collection<UUID> accounts) {
        throw new UnsupportedOperationException();
    }
}
