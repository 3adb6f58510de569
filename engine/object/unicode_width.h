#ifndef OBJECT_UNICODE_WIDTH_H
#define OBJECT_UNICODE_WIDTH_H
/* Which characters take two columns of a terminal. */

#include "base/common.h"

/* East Asian Width is W or F in Unicode 15.1. */
bool unicode_is_wide(uint32_t c);

#endif
