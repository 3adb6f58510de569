#ifndef OBJECT_COMPLEX_H
#define OBJECT_COMPLEX_H
/* complex: two doubles with CPython's arithmetic, repr and format. */

#include "object/engine.h"

typedef struct {
    double real, imag;
} ComplexValue;

typedef struct {
    Obj h;
    ComplexValue value;
} Complex;

static inline ComplexValue complex_value(const Obj *o) {
    return ((const Complex *)o)->value;
}

Obj *complex_new(Engine *e, double real, double imag); /* owned */
/* a ** b; owned. ZeroDivisionError, OverflowError. */
Obj *complex_power(Engine *e, ComplexValue a, ComplexValue b);

enum { COMPLEX_TEXT_SIZE = 72 };

/* repr() into the buffer; returns the length. */
size_t complex_text(ComplexValue value, char buffer[COMPLEX_TEXT_SIZE]);
/* The number that complex(text) makes. False: the text is none. */
bool complex_read(const char *text, size_t size, ComplexValue *value);
/* format(o, text); owned. */
Str *complex_format(Engine *e, Obj *o, const Str *text);

int64_t complex_hash_wide(ComplexValue value); /* what hash() shows */

extern const NativeDef complex_methods[];
extern const GetSetDef complex_getset[];

#endif
