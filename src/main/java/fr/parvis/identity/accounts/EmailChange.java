package fr.parvis.identity.accounts;

import fr.parvis.identity.accounts.Proof.Purpose;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Lets a person use another address, once it is proven to be theirs. */
@Service
public class EmailChange {

    private final AccountTable accounts;
    private final Codes codes;

    EmailChange(AccountTable accounts, Codes codes) {
        this.accounts = accounts;
        this.codes = codes;
    }

    /** Sends a code to the new address; to one that has an account already, a message that says so. */
    public Codes.Sending ask(UUID account, EmailAddress email, String computer) {
        var free = accounts.findByEmail(email.value()).isEmpty();
        return codes.send(new Proof(Purpose.CHANGE_EMAIL, email.value(), account, null, free), computer);
    }
}
