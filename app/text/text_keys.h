#ifndef TEXT_TEXT_KEYS_H
#define TEXT_TEXT_KEYS_H
/* The names of all texts that the app says by itself; the wordings of a part are in
   text_LANGUAGE_PART.c.

   In a wording {0} {1} ... are filled in, and `...` is set as code. */

#include "text/text_keys_modes.h"
#include "text/text_keys_say.h"
#include "text/text_keys_stage.h"
#include "text/text_keys_window.h"

#define TEXT_KEYS(X)                                                                               \
    TEXT_KEYS_STAGE(X)                                                                             \
    TEXT_KEYS_SAY(X)                                                                               \
    TEXT_KEYS_MODES(X)                                                                             \
    TEXT_KEYS_WINDOW(X)

#endif
