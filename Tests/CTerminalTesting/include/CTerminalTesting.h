#ifndef CTERMINALTESTING_H
#define CTERMINALTESTING_H

/// Starts a program in a pseudo-terminal of its own, as leader of a new session, with no other descriptor open.
///
/// `ignoring_hangup` sets SIGHUP to be ignored in the program, as `nohup` does. Gives the master's descriptor, not
/// blocking and closed on exec, and the process in `process`; -1 and errno when it cannot.
int ct_spawn(
    const char *path, char *const arguments[], char *const environment[], int rows, int columns, int ignoring_hangup,
    int *process);

/// Sets the size of the window; the program is told by SIGWINCH. 0, or -1 and errno.
int ct_resize(int master, int rows, int columns);

/// The process group in the terminal's foreground, or -1.
int ct_foreground_group(int master);

#endif
