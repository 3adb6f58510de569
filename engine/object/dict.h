#ifndef OBJECT_DICT_H
#define OBJECT_DICT_H
/* dict: insertion-ordered hash table.
 *
 * Left to engine/vm, because they may have to run Python code: dict(...), update(), fromkeys() and
 * `|=` with anything but what the *_native functions take, __missing__ of subclasses (the getitem
 * slot here raises KeyError), __class_getitem__. Views and iterators: object/dict_views.h. */

#include "object/engine.h"

typedef struct {
    Obj *key; /* NULL = deleted */
    Obj *value;
    uint32_t hash;
} DictEntry;

/* Grows as CPython's dict does, so that a loop that changes its dict sees the same entries. Small
 * ones have no index and are searched from the first entry. */
struct Dict {
    Obj h;
    Dict *dict;        /* __dict__ of a subclass instance */
    Obj *extra;        /* default_factory of defaultdict and the like */
    uint32_t used;     /* live entries */
    uint32_t first;    /* entries before this one are deleted */
    uint32_t filled;   /* entries in use, deleted ones included */
    uint32_t capacity; /* of entries */
    uint32_t room;     /* entries that may be added before the table is made anew */
    uint32_t mask;     /* index slots - 1; 0 = no index */
    uint32_t version;  /* grows with every change of the key set */
    uint16_t is_class; /* 1: the attributes of a class; changes end what lookups remember */
    uint16_t general;  /* 1: the table was made for keys of all kinds, not for str alone */
    DictEntry *entries;
    int32_t *index; /* -1 free, -2 deleted, else entry number */
};

#define DICT(o) ((Dict *)(o))
Dict *dict_new(Engine *e); /* owned */
/* Any key; may nest into Python for __hash__ / __eq__. *value borrowed, NULL = absent. */
bool dict_get(Engine *e, Dict *d, Obj *key, Obj **value);
bool dict_set(Engine *e, Dict *d, Obj *key, Obj *value); /* increfs both */
/* *removed: owned value or NULL = absent. */
bool dict_pop(Engine *e, Dict *d, Obj *key, Obj **removed);
/* *value: the value that is there afterwards, borrowed. */
bool dict_set_default(Engine *e, Dict *d, Obj *key, Obj *fallback, Obj **value);
/* The same with the key's hash known: __hash__ is not called, as CPython does between tables. */
bool dict_get_hashed(Engine *e, Dict *d, Obj *key, uint32_t hash, Obj **value);
bool dict_set_hashed(Engine *e, Dict *d, Obj *key, uint32_t hash, Obj *value);
bool dict_pop_hashed(Engine *e, Dict *d, Obj *key, uint32_t hash, Obj **removed);
/* Str keys: cannot fail but for memory. */
Obj *dict_get_str(Dict *d, const Str *key);           /* borrowed or NULL */
int64_t dict_find_str(const Dict *d, const Str *key); /* the entry's number, -1 = absent */
/* The same as dict_get_str(), looking first where `place` says, which is corrected. */
static inline Obj *dict_get_placed(Dict *d, const Str *key, uint32_t *place) {
    if (*place < d->filled && d->entries[*place].key == (const Obj *)key) {
        return d->entries[*place].value;
    }
    int64_t found = dict_find_str(d, key);
    if (found < 0) return NULL;
    *place = (uint32_t)found;
    return d->entries[found].value;
}
bool dict_set_str(Engine *e, Dict *d, Str *key, Obj *value);
bool dict_del_str(Engine *e, Dict *d, Str *key); /* false = absent, no exception */
/* Takes the first or last entry out: owned references. False: the dict is empty, no exception. */
bool dict_take_first(Engine *e, Dict *d, Obj **key, Obj **value);
bool dict_take_last(Engine *e, Dict *d, Obj **key, Obj **value);

Dict *dict_copy(Engine *e, Dict *d); /* owned, always an exact dict */
void dict_clear(Engine *e, Dict *d);
void dict_swap(Dict *a, Dict *b); /* exchanges the entries */
bool dict_update(Engine *e, Dict *d, Dict *other);
/* for (uint32_t i = 0; dict_next(d, &i, &k, &v);) ... borrowed, k and v may be NULL. Stops safely
 * on changes. Afterwards entry i - 1 is the one that was visited. */
bool dict_next(const Dict *d, uint32_t *position, Obj **key, Obj **value);
/* The same from the end: start with position = d->filled; it is the entry that was visited. */
bool dict_previous(const Dict *d, uint32_t *position, Obj **key, Obj **value);
bool dict_equal(Engine *e, Dict *a, Dict *b, bool *equal);

/* A dict, or one of a class that leaves __iter__ alone: copied without asking its methods. */
bool dict_is_taken_whole(Engine *e, const Obj *o);

/* d.update(source) for a dict, a mappingproxy of one, or a list or tuple of pairs. False with
 * *needs_call set: it is none of these and nothing was done. */
bool dict_update_native(Engine *e, Dict *d, Obj *source, bool *needs_call);
/* One element of a sequence of pairs: a list or tuple (a str of two characters counts as well).
 * False with *needs_call set: make a list of the element and call again; if it is not iterable the
 * message is dict_pair_refused()'s TypeError. ValueError "dictionary update sequence element #0 has
 * length 1; 2 is required". */
bool dict_update_pair(Engine *e, Dict *d, Obj *element, size_t number, bool *needs_call);
bool dict_pair_refused(Engine *e, size_t number); /* always false */
/* d[k] = value for each k of a native iterable. */
bool dict_fill_native(Engine *e, Dict *d, Obj *keys, Obj *value, bool *needs_call);

extern const NativeDef dict_methods[];

#endif
