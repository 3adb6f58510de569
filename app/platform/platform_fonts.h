#ifndef PLATFORM_PLATFORM_FONTS_H
#define PLATFORM_PLATFORM_FONTS_H
/* Inter and JetBrains Mono through SDL2_ttf: glyph coverage in an atlas, advances in ems. */

#include <stdbool.h>
#include <stddef.h>

#include "draw/fonts.h"

/* The language in which texts can be shown: the wanted one, or "en" where its signs have no glyphs;
   then standard error says which font is missing. Borrowed. */
const char *platform_fonts_language(const Fonts *fonts, const char *wanted);

/* Looks for the seven files in `folder` (may be NULL), beside the executable in fonts/, in
   ../share/coroscope/fonts, then in the system's folders. NULL: `error` names the file and the
   Debian package that has it. Chinese signs come from Noto Sans CJK, where it is found there. */
Fonts *platform_fonts_create(const char *folder, char *error, size_t error_size);
void platform_fonts_destroy(Fonts *base);

#endif
