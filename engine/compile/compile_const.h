#ifndef COMPILE_COMPILE_CONST_H
#define COMPILE_COMPILE_CONST_H
/* The constants of one program: equal ones of the same type are one object, so that 1, 1.0, True,
 * 0.0, -0.0, "x" and b"x" stay apart and `is` answers as in CPython. */

#include "object/engine.h"

typedef struct Compiler Compiler;

typedef struct {
    uint8_t kind;
    uint32_t hash;
    size_t size;
    const void *data; /* text, or the items of a tuple */
    int64_t bits;
    Obj *made;  /* of a large int: the object whose limbs `data` is */
    Obj *value; /* owned by the table */
} ConstEntry;

typedef struct {
    ConstEntry *entries; /* open addressing */
    uint32_t count, capacity;
} ConstTable;

/* Each gives a borrowed object; after a failure (Compiler.failed is set) some object all the same.
 */
Obj *const_int(Compiler *c, int64_t value);
/* An int beyond 64 bits by its digits. */
Obj *const_digits(Compiler *c, const char *digits, size_t count, int base, bool negative);
Obj *const_float(Compiler *c, double value);
Obj *const_imaginary(Compiler *c, double value); /* a complex whose real part is 0 */
Obj *const_str(Compiler *c, const char *text, size_t size);
Obj *const_text(Compiler *c, const char *text); /* NUL-terminated */
Obj *const_bytes(Compiler *c, const void *data, size_t size);
Obj *const_tuple(Compiler *c, Obj *const *items, size_t count); /* of constants */

/* Takes over the engine's known names, so that equal texts are the same object everywhere. */
void const_table_init(Compiler *c);
void const_table_clear(Compiler *c);

#endif
