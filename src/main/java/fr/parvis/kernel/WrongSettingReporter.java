package fr.parvis.kernel;

import org.springframework.boot.SpringBootExceptionReporter;

/** Keeps a wrong setting found while starting from being logged as a crash: the program says it in one line itself. */
final class WrongSettingReporter implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        return WrongSettingException.in(failure).isPresent();
    }
}
