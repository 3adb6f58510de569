#ifndef VM_SIGNATURE_H
#define VM_SIGNATURE_H
/* Parameters of natives: the line in a NativeDef, parsed once, and the binding of arguments. */

#include "object/native.h"

typedef struct {
    Str *name;
    Obj *value; /* default; NULL with `optional` = absent, the C function sees NULL */
    uint8_t optional;
} Param;

struct Signature {
    uint16_t count;   /* slots: every parameter, *args and **kw included */
    uint16_t posonly; /* the first ones take no keyword */
    uint16_t
        positional;    /* positional parameters, posonly ones included; keyword-only ones follow */
    uint16_t required; /* positional ones without a default */
    uint16_t named;    /* positional + keyword-only */
    int16_t star;      /* slot of *args or -1 */
    int16_t star_star; /* slot of **kw or -1 */
    Param params[];    /* `named` of them; slot numbers are those of the line */
};

enum { SIGNATURE_MAX = 24 };

/* Lives in the arena as long as the engine. NULL: MemoryError. Asserts that the line is well formed
 * (it is ours). Slots follow the order of the line: positional, *args, keyword-only, **kw. */
Signature *signature_parse(Engine *e, const char *line);
/* Slot of the named parameter `i`. */
static inline int signature_slot(const Signature *s, int i) {
    return s->star >= 0 && i >= s->star ? i + 1 : i;
}
/* Fills bound[0 .. sig->count) with owned references, NULL = absent. `first` (NULL = none) is put
 * in front of the arguments: the instance or class a native is bound to. False: TypeError is set
 * with CPython's words and `bound` holds nothing. */
bool signature_bind(Engine *e, const Native *native, Obj *first, Obj *const *args, int nargs,
                    Tuple *kwnames, Obj **bound);
/* Only positional arguments for positional parameters, as many as it takes: `given` of them, with
 * `first` if there is one. */
bool signature_is_simple(const Native *native, Obj *const *args, int given, const Tuple *kwnames,
                         const Obj *first);
/* "(self, x, /, key=None)" for help texts and inspect; owned. */
Str *signature_text(Engine *e, const Signature *s);

#endif
