// What Swift cannot import from ncurses by itself: globals, macros with arguments, variadic functions.
// Neither <stdio.h> nor <stdlib.h> is included here by name: that would hide declarations from Glibc's module.
#ifndef DRIELUIK_CNCURSES_SHIM_H
#define DRIELUIK_CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>

/// The window that covers the whole screen; valid after newterm.
static inline WINDOW *cn_standard_window(void) { return stdscr; }

/// How many colour pairs the terminal has; valid after start_color.
static inline int cn_color_pairs(void) { return COLOR_PAIRS; }

static inline attr_t cn_bold(void) { return A_BOLD; }
static inline attr_t cn_dim(void) { return A_DIM; }
static inline attr_t cn_reverse(void) { return A_REVERSE; }
static inline attr_t cn_underline(void) { return A_UNDERLINE; }

/// Fills `cell` with `text` (ends with 0), attributes and a colour pair of any number.
static inline int cn_set_cell(cchar_t *cell, const wchar_t *text, attr_t attributes, int pair) {
  return setcchar(cell, text, attributes, (short)0, &pair);
}

/// The string of a terminfo capability, or NULL where the terminal has none (terminfo says -1 for "not a string").
static inline const char *cn_string_capability(const char *name) {
  char *value = tigetstr((char *)name);
  return value == (char *)-1 ? NULL : value;
}

/// The number of a terminfo capability, or -1.
static inline int cn_number_capability(const char *name) {
  int value = tigetnum((char *)name);
  return value < 0 ? -1 : value;
}

/// The bytes that bring the cursor to a place, by the `cup` capability; NULL where there is none.
static inline const char *cn_cursor_address(int row, int column) {
  const char *cup = cn_string_capability("cup");
  return cup ? tparm(cup, (long)row, (long)column, 0L, 0L, 0L, 0L, 0L, 0L, 0L) : NULL;
}

/// Loads the description of terminal `name` for `descriptor`; 1 when it is known, 0 or less when not.
static inline int cn_load_description(const char *name, int descriptor) {
  int found = 0;
  return setupterm((char *)name, descriptor, &found) == OK ? 1 : (found > 0 ? 0 : found);
}

/// Frees what cn_load_description loaded.
static inline void cn_unload_description(void) {
  if (cur_term) del_curterm(cur_term);
}

// Declared here because Glibc's module hides them without _XOPEN_SOURCE and _GNU_SOURCE.
extern int wcwidth(wchar_t character);
extern int memfd_create(const char *name, unsigned int flags);

/// An unnamed file in memory that is not handed on to other programs; -1 where there is none.
static inline int cn_memory_file(void) { return memfd_create("messages", 1U /* MFD_CLOEXEC */); }

#endif
