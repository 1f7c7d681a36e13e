package fr.parvis.kernel.web;

import java.util.List;

/**
 * Paths that programs call, with a proof of their own instead of a session; the forgery token of forms, which only a
 * page of ours could know, is not asked for there. A module offers them as a bean.
 */
public record MachineEndpoints(List<String> paths) {

    public MachineEndpoints {
        paths = List.copyOf(paths);
    }

    public static MachineEndpoints of(String... paths) {
        return new MachineEndpoints(List.of(paths));
    }
}
