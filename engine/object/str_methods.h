#ifndef OBJECT_STR_METHODS_H
#define OBJECT_STR_METHODS_H
/* Methods of str that bytes does not have or has differently: X(name, signature, flags), in the
 * order of the files that define them. Each is a native str_native_<name>(). */

#include "object/object.h"

#define STR_METHODS(X)                                                                             \
    /* str_translate.c */                                                                          \
    X(translate, "self, table, /", 0)                                                              \
    X(maketrans, "x, y=, z=, /", NATIVE_STATIC)                                                    \
    /* str_codec.c */                                                                              \
    X(encode, "self, /, encoding='utf-8', errors='strict'", 0)                                     \
    /* str_repr.c */                                                                               \
    X(__getnewargs__, "self, /", 0)

#define STR_DECLARE(name, signature, flags) Obj *str_native_##name(Engine *e, Obj *const *a);
STR_METHODS(STR_DECLARE)
#undef STR_DECLARE
#define STR_ROW(name_, signature_, flags_)                                                         \
    {.name = #name_, .signature = signature_, .fn = str_native_##name_, .flags = flags_},

#endif
