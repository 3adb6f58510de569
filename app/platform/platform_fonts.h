#ifndef PLATFORM_PLATFORM_FONTS_H
#define PLATFORM_PLATFORM_FONTS_H
/* Inter and JetBrains Mono through SDL2_ttf: glyph coverage in an atlas, advances in ems. */

#include <stdbool.h>
#include <stddef.h>

#include "draw/fonts.h"

/* Looks for the seven files in `folder` (may be NULL), beside the executable in fonts/, in
   ../share/coroscope/fonts, then in the system's folders. NULL: `error` names the file and the
   Debian package that has it. */
Fonts *platform_fonts_create(const char *folder, char *error, size_t error_size);
void platform_fonts_destroy(Fonts *fonts);

#endif
