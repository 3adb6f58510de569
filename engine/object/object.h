#ifndef OBJECT_OBJECT_H
#define OBJECT_OBJECT_H
/* The object header, reference counts, types and their slots.
 *
 * Ownership: a function that returns `Obj *` named new_/…_new or documented "owned" gives the
 * caller a reference; get_ and macros borrow; take_ consumes. Arguments are borrowed unless said
 * otherwise. NULL (or R_ERR, or false) means that an exception is set in the engine
 * (object/error.h). */

#include "base/common.h"

typedef struct Engine Engine;
typedef struct Type Type;
typedef struct Str Str;
typedef struct Dict Dict;
typedef struct Tuple Tuple;

/* Every object begins with this. `id` is serial: the same in every replay of the same program. */
typedef struct Obj {
    uint32_t refs;
    uint32_t id;
    Type *type;
} Obj;

#define OBJ(o) ((Obj *)(o))

/* Objects made before the arena is sealed (built-in types, code, names, None) are never counted. */
#define IMMORTAL 0x80000000u

void obj_dealloc(Engine *e, Obj *o); /* object/object.c; deep structures use an explicit stack */
/* What that has put off, for one who frees an object himself, at dealloc_depth 1. */
void obj_dealloc_pending(Engine *e);

static inline Obj *incref_obj(Obj *o) {
    if (o->refs < IMMORTAL) o->refs++;
    return o;
}
static inline void decref_obj(Engine *e, Obj *o) {
    if (o->refs < IMMORTAL && --o->refs == 0) obj_dealloc(e, o);
}
static inline Obj *xincref_obj(Obj *o) {
    return o ? incref_obj(o) : NULL;
}
static inline void xdecref_obj(Engine *e, Obj *o) {
    if (o) decref_obj(e, o);
}
#define incref(o)     incref_obj(OBJ(o))
#define decref(e, o)  decref_obj((e), OBJ(o))
#define xincref(o)    xincref_obj(OBJ(o))
#define xdecref(e, o) xdecref_obj((e), OBJ(o))
/* Drops what the field holds after emptying it: what deallocation runs may look at the field. */
#define clear_ref(e, field)                                                                        \
    do {                                                                                           \
        Obj *old_ref_ = OBJ(field);                                                                \
        (field) = NULL;                                                                            \
        xdecref((e), old_ref_);                                                                    \
    } while (0)
/* The same for what an object owns that is freed. Behind a finalizer that waits to run the
 * reference waits too: CPython would have run that first. */
void obj_drop_behind(Engine *e, Obj *o);
#define drop_ref(e, field)                                                                         \
    do {                                                                                           \
        Obj *old_drop_ = OBJ(field);                                                               \
        (field) = NULL;                                                                            \
        obj_xdrop((e), old_drop_);                                                                 \
    } while (0)
/* Stores an owned reference, then drops the old one. */
#define set_ref(e, field, value)                                                                   \
    do {                                                                                           \
        Obj *old_set_ = OBJ(field);                                                                \
        (field) = (value);                                                                         \
        xdecref((e), old_set_);                                                                    \
    } while (0)

/* The outcome of everything that may have to run Python code.
 * R_PUSH: nothing is known yet; a frame was pushed on the VM's stack. The calling frame must return
 * to the VM's loop at once and receives the outcome when that frame ends. Only code that itself is
 * a frame (an opcode, a resumable native) may call functions that can push. */
typedef enum {
    R_ERR,    /* an exception is set */
    R_OK,     /* *out holds an owned result (where there is one) */
    R_STOP,   /* an iterator is exhausted; *out holds its owned return value or NULL for None */
    R_PUSH,   /* see above; *out is untouched */
    R_NOTIMPL /* binary and compare slots only: try the other operand */
} Res;

typedef enum {
    OP_ADD,
    OP_SUB,
    OP_MUL,
    OP_MATMUL,
    OP_TRUEDIV,
    OP_FLOORDIV,
    OP_MOD,
    OP_POW,
    OP_LSHIFT,
    OP_RSHIFT,
    OP_AND,
    OP_OR,
    OP_XOR,
    BINARY_OP_COUNT
} BinaryOp;
typedef enum { OP_NEG, OP_POS, OP_INVERT, UNARY_OP_COUNT } UnaryOp;
typedef enum { CMP_LT, CMP_LE, CMP_EQ, CMP_NE, CMP_GT, CMP_GE, COMPARE_OP_COUNT } CompareOp;

/* What a type can do, in C. NULL = it can't (or, after boot, what its base does).
 * `release` drops what the object owns (decref/clear_ref each reference, arena_free each extra
 * block); obj_dealloc() frees the object itself afterwards, and keeps deep chains off the C stack.
 */
typedef struct TypeSlots {
    void (*release)(Engine *e, Obj *o);  /* see above */
    bool (*finalize)(Engine *e, Obj *o); /* before release; true = resurrected, keep it */
    Obj *(*repr)(Engine *e, Obj *o);     /* owned Str; may nest into Python for elements */
    Obj *(*str)(Engine *e, Obj *o);      /* owned Str; NULL slot = repr */
    bool (*hash)(Engine *e, Obj *o, uint32_t *hash);
    Res (*truth)(Engine *e, Obj *o, Obj **out);                       /* out: True or False */
    Res (*length)(Engine *e, Obj *o, Obj **out);                      /* out: int */
    Res (*binary)(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out); /* either operand is ours */
    Res (*inplace)(Engine *e, BinaryOp op, Obj *a, Obj *b, Obj **out);
    Res (*unary)(Engine *e, UnaryOp op, Obj *a, Obj **out);
    Res (*compare)(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out); /* a is ours */
    Res (*getitem)(Engine *e, Obj *o, Obj *key, Obj **out);
    Res (*setitem)(Engine *e, Obj *o, Obj *key, Obj *value);  /* value NULL: delete. May push */
    Res (*contains)(Engine *e, Obj *o, Obj *item, Obj **out); /* out: True or False */
    Res (*iter)(Engine *e, Obj *o, Obj **out);
    Res (*next)(Engine *e, Obj *o, Obj **out);             /* R_STOP at the end */
    Res (*send)(Engine *e, Obj *o, Obj *value, Obj **out); /* generators, coroutines, awaitables */
    Res (*await_)(Engine *e, Obj *o, Obj **out);           /* the iterator that await drives */
    Res (*aiter)(Engine *e, Obj *o, Obj **out);
    Res (*anext)(Engine *e, Obj *o, Obj **out);
    Res (*call)(Engine *e, Obj *callable, Obj *const *args, int nargs, Tuple *kwnames, Obj **out);
    Res (*getattr)(Engine *e, Obj *o, Str *name, Obj **out);  /* NULL = the generic lookup */
    Res (*setattr)(Engine *e, Obj *o, Str *name, Obj *value); /* value NULL: delete */
    Res (*descr_get)(Engine *e, Obj *descr, Obj *instance, Obj *owner, Obj **out);
    Res (*descr_set)(Engine *e, Obj *descr, Obj *instance, Obj *value); /* NULL: delete */
    Res (*construct)(Engine *e, Type *type, Obj *const *args, int nargs, Tuple *kwnames,
                     Obj **out); /* the native __new__: makes and initialises an instance */
} TypeSlots;

enum {
    TYPE_BASE = 1,          /* may be subclassed */
    TYPE_HEAP = 2,          /* made by a class statement */
    TYPE_HAS_DICT = 4,      /* instances have a __dict__ at dict_offset */
    TYPE_HAS_WEAK = 8,      /* weak references to instances are allowed */
    TYPE_SEQUENCE = 16,     /* matches sequence patterns */
    TYPE_MAPPING = 32,      /* matches mapping patterns */
    TYPE_IS_EXC = 64,       /* BaseException or below */
    TYPE_ABSTRACT = 128,    /* has abstract methods: can't be instantiated */
    TYPE_NO_NEW = 256,      /* "cannot create 'x' instances" */
    TYPE_DOTTED = 512,      /* messages name it with its module: "'_asyncio.Future' object" */
    TYPE_PY_COMPARE = 1024, /* a comparison is written in Python: comparing may push */
    TYPE_PY_TRUTH = 2048,   /* the same for __bool__ or __len__ */
    TYPE_ORDERED = 4096     /* OrderedDict or below: no key may come or go during an iteration */
};

/* The C layout of an instance: the built-in type whose struct it begins with. Subclasses share it,
 * so `layout == LAYOUT_INT` means "an int or an instance of a subclass". */
typedef enum {
    LAYOUT_OBJECT,
    LAYOUT_TYPE,
    LAYOUT_NONE,
    LAYOUT_NOTIMPLEMENTED,
    LAYOUT_ELLIPSIS,
    LAYOUT_INT,
    LAYOUT_BOOL,
    LAYOUT_FLOAT,
    LAYOUT_COMPLEX,
    LAYOUT_STR,
    LAYOUT_BYTES,
    LAYOUT_BYTEARRAY,
    LAYOUT_TUPLE,
    LAYOUT_LIST,
    LAYOUT_DICT,
    LAYOUT_SET,
    LAYOUT_FROZENSET,
    LAYOUT_RANGE,
    LAYOUT_SLICE,
    LAYOUT_CELL,
    LAYOUT_CODE,
    LAYOUT_FUNCTION,
    LAYOUT_NATIVE,
    LAYOUT_METHOD,
    LAYOUT_FRAME,
    LAYOUT_GEN,
    LAYOUT_EXC,
    LAYOUT_TRACEBACK,
    LAYOUT_MODULE,
    LAYOUT_PROPERTY,
    LAYOUT_STATICMETHOD,
    LAYOUT_CLASSMETHOD,
    LAYOUT_FUTURE,
    LAYOUT_HANDLE,
    LAYOUT_LOOP,
    LAYOUT_PRIMITIVE,
    LAYOUT_OTHER
} Layout;

struct Type {
    Obj h;
    Str *name;     /* __name__ */
    Str *qualname; /* __qualname__ */
    Obj *module;   /* __module__, a Str */
    Type *base;    /* the base whose layout is extended */
    Tuple *bases, *mro;
    Dict *dict;
    TypeSlots slots;
    Layout layout;
    uint32_t flags;
    uint32_t size;        /* bytes of an instance without its variable part */
    uint32_t dict_offset; /* 0 = no __dict__; else where the Dict * lies in the instance */
    uint32_t weak_offset; /* 0 = none; else where the list of weak references lies */
    /* The rest is for classes of the program, and zero for built-in ones but full_name. */
    Str *full_name;         /* how messages name instances: "str", "_asyncio.Future" */
    uint32_t member_offset; /* the first of member_count owned Obj * of its own __slots__ */
    uint32_t member_count;
    uint32_t final_offset; /* 0 = none; a uint32_t that is 1 once __del__ has been queued */
    uint32_t tail_size;    /* str, tuple, bytes: their instances end with this many bytes, and
                              dict_offset, weak_offset, final_offset count from there */
    Type *older, *newer;   /* borrowed: the chain of living classes, see Engine.newest_class */
    Obj *weakrefs;
    uint8_t exc_extra; /* exceptions, built-in ones too: an ExcExtra */
};

/* A native function's parameters in one readable line, parsed at boot (vm/signature.c):
 *   "self, x, y=, /, key=None, *args, flag=False, **kw"
 * A default may be None, True, False, an integer, a 'string', or empty (absent: the C function sees
 * NULL). Bound values arrive in `a[i]` by position in this line; *args as a Tuple, **kw as a Dict.
 * For methods the first parameter is the instance and is checked to be one. */
typedef Obj *(*NativeFn)(Engine *e, Obj *const *a); /* owned result; must not push */

typedef struct NFrame NFrame;
/* A resumable native: a frame of its own that may ask for calls; see vm/native.h. */
typedef Res (*NativeStep)(Engine *e, NFrame *f, Obj **out);

enum {
    NATIVE_STATIC = 1,
    NATIVE_CLASS = 2,
    NATIVE_CATCHES = 4,     /* re-entered on errors as well */
    NATIVE_PYTHON = 8,      /* written in Python in CPython: its argument errors read like that */
    NATIVE_SILENT = 16,     /* its result goes nowhere: finalizers between two instructions */
    NATIVE_LOOP = 32,       /* an event loop runs in it: what it does is no line of the program */
    NATIVE_DEFINING = 64,   /* CPython hands it the class that defines it: other argument errors */
    NATIVE_TAKES_STOP = 128 /* the StopIteration of a __next__ reaches it as the error it is */
};

typedef struct NativeDef {
    const char *name;
    const char *signature;
    /* One of the two; or both: then `fn` is tried first, and NULL without an exception means that
     * only `step` can do it. */
    NativeFn fn;
    NativeStep step;
    uint8_t locals; /* step only: extra Obj * slots after the parameters, owned by the frame */
    uint8_t flags;
    const char *doc;
} NativeDef;

/* A computed attribute. `set` NULL = read-only; value NULL in set = delete. */
typedef struct GetSetDef {
    const char *name;
    Obj *(*get)(Engine *e, Obj *o);
    bool (*set)(Engine *e, Obj *o, Obj *value);
} GetSetDef;

/* How a built-in type is described; turned into a Type at boot (object/type_boot.c). Dunder methods
 * for the slots that are set are added by a table there. */
typedef struct TypeSpec {
    const char *name;
    const char *module;   /* NULL = builtins */
    const char *qualname; /* prefix of its methods' __qualname__ where it differs from name */
    int base;             /* TypeId; T_object for most */
    Layout layout;
    uint32_t size;
    uint32_t flags;
    uint32_t dict_offset, weak_offset;
    TypeSlots slots;
    const NativeDef *methods; /* ends with a NULL name; may be NULL */
    const GetSetDef *getset;  /* ends with a NULL name; may be NULL */
    const char *doc;
} TypeSpec;

/* Zeroed, refs 1 (immortal before sealing), a fresh id. NULL: MemoryError is set. */
Obj *obj_new(Engine *e, Type *type, size_t size);
bool type_is_subtype(const Type *type, const Type *base);
/* Its __qualname__ with the module before it, but for builtins and __main__; owned. */
Str *type_qualified_name(Engine *e, const Type *type);
static inline bool obj_is(const Obj *o, const Type *type) {
    return o->type == type || type_is_subtype(o->type, type);
}
/* Attribute of the type or its bases by MRO, borrowed, or NULL without an exception. */
Obj *type_lookup(Engine *e, const Type *type, const Str *name);
/* The same as it is remembered, for a name that lives as long as the engine; else NULL. */
struct TypeLookup *type_lookup_place(Engine *e, const Type *type, const Str *name);
const char *type_name(const Obj *o); /* for messages: "'%s' object is not iterable" */
/* What id() gives and reprs print as 0x%llx: made up, but the same in every replay. */
static inline unsigned long long obj_address(const Obj *o) {
    return 0x7f3a00000000ull + (unsigned long long)o->id * 16u;
}

/* Generic operations that never push: user-defined __repr__, __hash__, __eq__ are run nested (depth
 * 100). For use inside containers, dict probes and messages; opcodes use vm/ops.h. */
Str *obj_repr(Engine *e, Obj *o); /* owned */
Str *obj_str(Engine *e, Obj *o);  /* owned */
bool obj_hash(Engine *e, Obj *o, uint32_t *hash);
bool obj_equal(Engine *e, Obj *a, Obj *b, bool *equal); /* identity first, as containers do */
bool obj_compare(Engine *e, CompareOp op, Obj *a, Obj *b, bool *result); /* nested rich compare */
bool obj_truth(Engine *e, Obj *o, bool *truth);
/* Rich comparison by the C slots of both operands, which must not have TYPE_PY_COMPARE. */
Res obj_compare_native(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out);
/* What is left when no operand knows: identity for == and !=, else TypeError. */
Res obj_compare_default(Engine *e, CompareOp op, Obj *a, Obj *b, Obj **out);
/* vm/nested_ops.c: the same for classes with TYPE_PY_COMPARE, TYPE_PY_TRUTH. */
bool obj_compare_python(Engine *e, CompareOp op, Obj *a, Obj *b, bool *result);
bool obj_truth_python(Engine *e, Obj *o, bool *truth);
/* vm/vm.c: calls a special method of the type and runs it to its end, for conversions such as
 * __index__. Owned or NULL; *found = false: there is none and no exception. */
Obj *vm_special_nested(Engine *e, Obj *o, Str *name, Obj *const *args, int nargs, bool *found);
/* vm/warn.c: the method returned an instance of a strict subclass of int or float; after CPython's
 * DeprecationWarning false where that is an error. */
bool vm_warn_strict_subclass(Engine *e, const char *method, const char *wanted, const Obj *result);
/* vm/vm.h: counts a long computation in C against the program's budget. False: the run ends. */
bool vm_charge(Engine *e, uint64_t instructions);
/* The place in an instance that dict_offset, weak_offset, final_offset of its type mean. */
void *obj_place(Obj *o, uint32_t offset);
/* The instance dict's address, or NULL where the type has none. */
Dict **obj_dict_slot(Obj *o);

#endif
