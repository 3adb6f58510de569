#ifndef VM_SIGNATURE_ERROR_H
#define VM_SIGNATURE_ERROR_H
/* What CPython says when the arguments of a native do not fit. */

#include "vm/signature.h"

/* One call while its arguments are bound. */
typedef struct {
    Engine *e;
    const Native *native;
    const Signature *sig;
    Obj *first; /* NULL = none; else also args[0] */
    Obj *const *args;
    int given;  /* positional arguments, the receiver included */
    int hidden; /* 1 when the receiver is not counted in messages */
    int keywords;
    Tuple *kwnames;
    Obj *const *values; /* of the keywords */
    Obj **bound;
} Binding;

/* Natives without keyword parameters are checked as a whole, before anything is bound: CPython
 * words these messages by how its functions are declared (no, one, or several parameters). */
bool signature_check_simple(const Binding *b);
/* The receiver of a method that was called through its class is missing or of another type. */
bool signature_fail_receiver(const Binding *b);
/* Each raises TypeError and returns false. */
bool signature_fail_too_many(const Binding *b);
bool signature_fail_unexpected(const Binding *b, const Str *name);
bool signature_fail_twice(const Binding *b, int param);
bool signature_fail_missing(const Binding *b, int param);

#endif
