package fr.parvis.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** CPU time and memory of processes, from /proc (see proc(5)). */
final class ProcessTimes {

    /** Fields 14 to 17 of /proc/pid/stat: user and system time, of the process and of its children that ended. */
    private static final int FIRST_TIME = 14;

    private static final double TICKS_PER_SECOND = 100;
    private static final int BYTES_PER_KILOBYTE = 1024;

    private ProcessTimes() {}

    /** Seconds of CPU of a process and, if asked, of all its children, living or ended. */
    static double cpuSeconds(ProcessHandle process, boolean withChildren) {
        return withChildren
                ? times(process.pid(), 4)
                        + process.children()
                                .mapToDouble(child -> times(child.pid(), 2))
                                .sum()
                : times(process.pid(), 2);
    }

    /** Resident memory in bytes; pages shared with others are counted in proportion. */
    static long memory(ProcessHandle process) {
        return lines(process.pid(), "smaps_rollup").stream()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * BYTES_PER_KILOBYTE)
                .sum();
    }

    private static double times(long pid, int fields) {
        var stat = String.join(" ", lines(pid, "stat"));
        if (stat.isEmpty()) {
            return 0; // ended meanwhile: its parent has its time
        }
        var values = stat.substring(stat.lastIndexOf(')') + 2).split(" "); // from field 3
        return Arrays.stream(values, FIRST_TIME - 3, FIRST_TIME - 3 + fields)
                        .mapToLong(Long::parseLong)
                        .sum()
                / TICKS_PER_SECOND;
    }

    private static List<String> lines(long pid, String file) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(pid), file));
        } catch (java.nio.file.NoSuchFileException ended) {
            return List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
