#ifndef OBJECT_UNICODE_DATA_H
#define OBJECT_UNICODE_DATA_H
/* The tables that the build makes of the Unicode Character Database (object/pack_unicode.c), cut to
 * version 15.1, which is CPython 3.13's. The files of object/unicode_*.c are their only readers. */

#include "base/common.h"

enum {
    UNICODE_BLOCK = 128,   /* code points of one block of `records` */
    UNICODE_NAME_STEP = 16 /* an offset is kept for each so many names */
};

/* What a code point is. The letters of `category`, `bidi` and `width` are rows of the lists of the
 * same names. */
typedef struct {
    uint8_t category, bidi, combining, width;
    bool mirrored;
} UnicodeRecord;

/* A number that is no decimal digit; digit is -1 where it is no digit of another kind either. */
typedef struct {
    uint32_t code;
    int32_t digit, divisor;
    int64_t value;
} UnicodeNumber;

typedef struct {
    uint32_t code;
    uint16_t start; /* in `decomposed` */
    uint8_t count, tag;
} UnicodeDecomposition;

typedef struct {
    uint32_t first, second, composed;
} UnicodeComposition;

/* Code points whose names come one after another in `names`. */
typedef struct {
    uint32_t first;
    uint16_t count, ordinal;
} UnicodeNameRun;

/* Code points that are called by their own number, "PREFIX-4E00". */
typedef struct {
    uint32_t first, last;
    const char *prefix;
} UnicodeNumbered;

typedef struct {
    const char *name;
    uint32_t code[4]; /* a sequence ends at 0 */
} UnicodeAlias;

typedef struct {
    const char *version;
    const char *const *categories, *const *bidis, *const *widths;
    const char *const *tags; /* "" for a canonical decomposition */

    const uint16_t *blocks; /* of a block of code points: its place in `places`, in blocks */
    const uint16_t *places; /* of a code point: its row in `records` */
    const UnicodeRecord *records;

    const UnicodeNumber *numbers; /* by code, as all that follows */
    const UnicodeDecomposition *decompositions;
    const uint32_t *decomposed;
    const UnicodeComposition *compositions; /* by first, then second */
    uint32_t number_count, decomposition_count, composition_count;

    /* Words in the order of strcmp; word i begins at word_starts[i] in `words` and ends with a NUL.
     * A name is its words' numbers, the last one marked by UNICODE_LAST_WORD. */
    const char *words;
    const uint32_t *word_starts;
    const uint16_t *names;
    const uint32_t *name_starts;  /* of name 0, UNICODE_NAME_STEP, ... */
    const uint16_t *names_sorted; /* numbers of names, by their words' numbers */
    const UnicodeNameRun *name_runs;
    const UnicodeNumbered *numbered;
    const UnicodeAlias *aliases, *sequences; /* by name, in the order of strcmp */
    uint32_t word_count, name_count, name_run_count, numbered_count, alias_count, sequence_count;
} UnicodeTables;

enum { UNICODE_LAST_WORD = 0x8000 };

extern const UnicodeTables unicode_tables;

#endif
