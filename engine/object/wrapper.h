#ifndef OBJECT_WRAPPER_H
#define OBJECT_WRAPPER_H
/* Slots as attributes: int.__add__ (wrapper_descriptor) and (1).__add__ (method_wrapper); and the
 * table that says which dunder name stands for which slot. */

#include "object/engine.h"

/* How a slot is called from Python; the C signature follows from it. */
typedef enum {
    WRAP_TEXT, /* repr, str */
    WRAP_HASH,
    WRAP_VALUE,     /* truth, length, iter, await_, aiter, anext */
    WRAP_NEXT,      /* R_STOP becomes StopIteration */
    WRAP_WITH,      /* getitem, contains */
    WRAP_BINARY,    /* op */
    WRAP_REFLECTED, /* op, operands swapped */
    WRAP_INPLACE,   /* op */
    WRAP_UNARY,     /* op */
    WRAP_COMPARE,   /* op */
    WRAP_SETITEM,
    WRAP_DELITEM,
    WRAP_CALL,
    WRAP_GETATTR,
    WRAP_SETATTR,
    WRAP_DELATTR,
    WRAP_GET,
    WRAP_SET,
    WRAP_DELETE
} WrapKind;

typedef struct {
    size_t name; /* offset in NameTable */
    size_t slot; /* offset in TypeSlots */
    WrapKind kind;
    uint8_t op;
    const char *doc;
} WrapperDef;

/* Ends with doc == NULL. */
extern const WrapperDef wrapper_defs[];
Str *wrapper_name(Engine *e, const WrapperDef *def); /* borrowed */
bool wrapper_slot_set(const TypeSlots *slots, const WrapperDef *def);

typedef struct {
    Obj h;
    const WrapperDef *def;
    Type *owner; /* whose slot it is; borrowed, built-in types never die */
    Obj *self;   /* method_wrapper: owned */
} Wrapper;

#define WRAPPER(o) ((Wrapper *)(o))
Obj *wrapper_new(Engine *e, const WrapperDef *def, Type *owner); /* owned */
/* Calls the owner's slot on `self`, which is an instance of it, with checked arguments. */
Res wrapper_invoke(Engine *e, const Wrapper *w, Obj *self, Obj *const *args, int nargs,
                   Tuple *kwnames, Obj **out);

/* An attribute computed by C functions. */
typedef struct {
    Obj h;
    const GetSetDef *def;
    Type *owner; /* borrowed */
    Str *name;
} GetSet;

/* An attribute kept in a place of the instance: __slots__. */
typedef struct {
    Obj h;
    Type *owner; /* borrowed: it owns the dict with this descriptor */
    Str *name;
    uint32_t offset;
} Member;

#define GETSET(o) ((GetSet *)(o))
#define MEMBER(o) ((Member *)(o))
Obj *getset_new(Engine *e, const GetSetDef *def, Type *owner);
/* A setter for what CPython keeps as a member that is only read. */
bool getset_readonly(Engine *e, Obj *o, Obj *value);
Obj *member_new(Engine *e, Str *name, Type *owner, uint32_t offset);
extern const GetSetDef getset_dict, getset_weakref; /* __dict__, __weakref__ of instances */

#endif
