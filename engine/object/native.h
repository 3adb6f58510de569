#ifndef OBJECT_NATIVE_H
#define OBJECT_NATIVE_H
/* Functions and methods written in C, as objects. */

#include "object/engine.h"

typedef struct Signature Signature; /* vm/signature.h */

/* Three types share this: builtin_function_or_method (with or without `self`), method_descriptor
 * (a method of a built-in type, the instance comes first) and classmethod_descriptor. */
typedef struct {
    Obj h;
    const NativeDef *def;
    Signature *sig; /* borrowed: lives as long as the engine */
    Obj *self;      /* owned: the instance, class or module it is bound to; NULL = none */
    Type *owner;    /* borrowed: the built-in type that has the method; NULL for functions */
    Str *name, *qualname;
    Obj *module; /* Str or NULL */
    bool named;  /* qualname is that of the subclass that it is bound to */
} Native;

#define NATIVE(o) ((Native *)(o))

/* Owned. `owner` is borrowed. The signature is parsed here and lives as long as the engine, so this
 * is for definitions at boot and for modules that are imported once. */
Obj *native_new(Engine *e, int type_id, const NativeDef *def, Type *owner, const char *module);
/* Owned builtin_function_or_method with the same definition, bound to `self`. */
Obj *native_bind(Engine *e, Native *unbound, Obj *self);
/* A method bound to an instance of a subclass is named after that; borrowed, NULL = memory. */
const Str *native_own_qualname(Engine *e, Native *n);

#endif
