#ifndef COMPILE_CODE_PACK_H
#define COMPILE_CODE_PACK_H
/* Code objects as bytes: the build compiles the engine's own modules and packs them, so that a
 * start needs to unpack only what a program imports. The bytes are the same on every machine.
 *
 * Texts (names, str constants) are numbered and stored once for all codes; the first numbers are
 * the engine's known names. A code object is its fields, then its instructions with their
 * positions, constants, names and handlers; numbers are little-endian groups of 7 bits. The file
 * name is not stored. */

#include "object/code.h"

/* ---- Writing ------------------------------------------------------------------------------- */

typedef struct {
    unsigned char *data;
    size_t size, capacity;
} PackBytes;

typedef struct {
    PackBytes codes; /* what code_pack() wrote, one code after the other */
    PackBytes texts; /* the numbered texts, one after the other */
    uint32_t *ends;  /* where in `texts` each one ends */
    uint32_t text_count, text_capacity;
    uint32_t *table; /* open addressing by text: number + 1 */
    uint32_t table_size;
    bool failed; /* memory was exhausted: nothing of this can be used */
} CodePack;

/* Starts with the known names of `e`. Failure is sticky: see `failed`. */
void code_pack_init(CodePack *p, Engine *e);
void code_pack_clear(CodePack *p);
/* Appends a code object and those nested in it. */
void code_pack(CodePack *p, Engine *e, const Code *code);

/* ---- Reading ------------------------------------------------------------------------------- */

typedef struct {
    const unsigned char *texts;
    const uint32_t *ends;
    uint32_t count;
} PackedTexts;

/* A place for each text's object, in the arena; NULL: an exception is set. Needed as long as code
 * is unpacked, which is before the arena is sealed. */
Str **code_unpack_texts(Engine *e, const PackedTexts *texts);
/* The code object that was packed as `size` bytes at `data`; owned. Equal texts are one object,
 * also between calls with the same `made`. NULL: memory is exhausted, an exception is set. */
Code *code_unpack(Engine *e, const PackedTexts *texts, Str **made, const unsigned char *data,
                  size_t size, Str *filename);

/* ---- What both sides know ------------------------------------------------------------------ */

enum { PACK_KNOWN_NAMES = sizeof(NameTable) / sizeof(Str *) };

typedef enum {
    PACK_NONE,
    PACK_TRUE,
    PACK_FALSE,
    PACK_ELLIPSIS,
    PACK_INT,
    PACK_BIG_INT, /* its size, then two's complement from the lowest byte */
    PACK_FLOAT,   /* the bits of a double from the lowest byte */
    PACK_TEXT,
    PACK_BYTES,
    PACK_TUPLE,
    PACK_CODE
} PackConst;

/* An instruction's position: that of the one before, none (line 0), or given in full. */
typedef enum { PACK_SAME_PLACE, PACK_NO_PLACE, PACK_PLACE } PackPlace;

/* The fields of Code that are plain numbers, in the order in which they are packed; the counts of
 * its arrays are among them. */
/* clang-format off */ /* it never settles where these lines break */
#define PACK_FIELDS(X) \
    X(flags) X(arg_count) X(posonly_count) X(kwonly_count) X(local_count) X(cell_count) \
    X(free_count) X(stack_size) X(first_line) X(instr_count) X(const_count) X(name_count) \
    X(handler_count)
/* clang-format on */

#endif
