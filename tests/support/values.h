#ifndef SUPPORT_VALUES_H
#define SUPPORT_VALUES_H
/* An engine for unit tests of its objects, values written as in Python, and what is expected of
 * operations on them. */

#include "object/engine.h"

enum { VALUES_KEPT = 8192 };

/* cmocka's state of a test. */
typedef struct {
    Engine engine;
    size_t used;            /* bytes of the arena in use before the test */
    Obj *kept[VALUES_KEPT]; /* owned: dropped at the end of the test */
    size_t kept_count;
} Values;

int values_setup(void **state);
/* Drops everything that was kept; fails if more of the arena is in use than before. */
int values_teardown(void **state);

/* The values below are kept: a test borrows them. */
Obj *keep(Values *v, Obj *owned);
Obj *keep_text(Values *v, const char *text);
Obj *keep_int(Values *v, int64_t number);
/* Reads ints, floats, 'text', None, True, False, [..], (..), {..}, {..: ..} and frozenset({..}). */
Obj *read_value(Values *v, const char *text);
/* The result of a method, by the type's table; `arguments` is a tuple as in read_value(). NULL with
 * an exception set. */
Obj *call_method(Values *v, Obj *o, const char *name, Obj *const *arguments, int count);
Obj *call_text(Values *v, Obj *o, const char *name, const char *arguments);

/* Each drops or clears what it has looked at. */
void expect_repr(Values *v, Obj *kept, const char *wanted);
void expect_error(Values *v, int type_id, const char *message);
void expect_binary(Values *v, const char *a, BinaryOp op, const char *b, const char *wanted);
void expect_compare(Values *v, const char *a, CompareOp op, const char *b, bool wanted);
void expect_item(Values *v, const char *container, const char *key, const char *wanted);
/* slice is "start:stop" or "start:stop:step" with ints or nothing between the colons. */
Obj *read_slice(Values *v, const char *slice);
void expect_slice(Values *v, const char *container, const char *slice, const char *wanted);
void expect_call(Values *v, Obj *o, const char *name, const char *arguments, const char *wanted);
void expect_call_error(Values *v, Obj *o, const char *name, const char *arguments, int type_id,
                       const char *message);

#endif
