package fr.parvis.partners.calls;

import fr.parvis.partners.calls.Advice.Reader;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The log of calls as pages show it: each call beside what it was told. */
@Component
public class CallLines {

    private final PartnerCalls calls;
    private final Refusals refusals;

    CallLines(PartnerCalls calls, Refusals refusals) {
        this.calls = calls;
        this.refusals = refusals;
    }

    /** The newest of a partner, newest first; the pages of its refusals lie under this path. */
    public List<CallLine> newest(UUID partner, int number, String path, Reader reader) {
        var made = calls.newest(partner, false, number);
        var told = refusals.told(partner, made);
        return made.stream()
                .map(call -> {
                    var refused = told.get(call.id());
                    return CallLine.of(call, refused == null ? null : RefusalLine.of(refused, path), reader);
                })
                .toList();
    }
}
