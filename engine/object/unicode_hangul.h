#ifndef OBJECT_UNICODE_HANGUL_H
#define OBJECT_UNICODE_HANGUL_H
/* How the 11,172 Hangul syllables are made of letters: names and normal forms follow from it. */

#include "base/common.h"

enum {
    HANGUL_FIRST = 0xAC00,
    HANGUL_COUNT = 11172,
    HANGUL_L = 0x1100, /* leading consonants, vowels, trailing consonants (one before the first) */
    HANGUL_V = 0x1161,
    HANGUL_T = 0x11A7,
    HANGUL_L_COUNT = 19,
    HANGUL_V_COUNT = 21,
    HANGUL_T_COUNT = 28,
    HANGUL_VT_COUNT = HANGUL_V_COUNT * HANGUL_T_COUNT
};

static inline bool hangul_is_syllable(uint32_t c) {
    return c >= HANGUL_FIRST && c - HANGUL_FIRST < HANGUL_COUNT;
}

#endif
