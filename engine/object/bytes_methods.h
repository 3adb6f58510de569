#ifndef OBJECT_BYTES_METHODS_H
#define OBJECT_BYTES_METHODS_H
/* Methods of bytes that str does not have or has differently: X(name, signature, flags). Each is a
 * native bytes_native_<name>() in bytes_methods.c. */

#include "object/object.h"

#define BYTES_METHODS(X)                                                                           \
    X(decode, "self, /, encoding='utf-8', errors='strict'", 0)                                     \
    X(hex, "self, /, sep=, bytes_per_sep=1", 0)                                                    \
    X(fromhex, "type, string, /", NATIVE_CLASS)                                                    \
    X(translate, "self, table, /, delete=", 0)                                                     \
    X(maketrans, "frm, to, /", NATIVE_STATIC)                                                      \
    X(__bytes__, "self, /", 0)                                                                     \
    X(__getnewargs__, "self, /", 0)

#define BYTES_DECLARE(name, signature, flags) Obj *bytes_native_##name(Engine *e, Obj *const *a);
BYTES_METHODS(BYTES_DECLARE)
#undef BYTES_DECLARE
#define BYTES_ROW(name_, signature_, flags_)                                                       \
    {.name = #name_, .signature = signature_, .fn = bytes_native_##name_, .flags = flags_},

#endif
