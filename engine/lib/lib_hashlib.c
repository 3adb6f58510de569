/* The module _hashlib: digests by Nettle, whose states are plain memory that lies in the arena. */
#include "lib/lib_parts.h"

#include <string.h>

#include <nettle/nettle-meta.h>
#include <nettle/sha3.h>

#include "object/bytes.h"
#include "object/int.h"

static const struct {
    const char *name;
    const struct nettle_hash *hash;
} algorithms[] = {
    {"md5", &nettle_md5},
    {"sha1", &nettle_sha1},
    {"sha224", &nettle_sha224},
    {"sha256", &nettle_sha256},
    {"sha384", &nettle_sha384},
    {"sha512", &nettle_sha512},
    {"sha3_224", &nettle_sha3_224},
    {"sha3_256", &nettle_sha3_256},
    {"sha3_384", &nettle_sha3_384},
    {"sha3_512", &nettle_sha3_512},
    {"ripemd160", &nettle_ripemd160},
};

typedef struct {
    Obj h;
    uint32_t algorithm; /* a row of the table */
    void *state;        /* owned */
} Hash;

#define HASH(o) ((Hash *)(o))

static const struct nettle_hash *hash_of(const Hash *h) {
    return algorithms[h->algorithm].hash;
}

static Hash *make(Engine *e, uint32_t algorithm) {
    Hash *h = HASH(obj_new(e, TYPE(e, HASH), sizeof(Hash)));
    if (!h) return NULL;
    h->algorithm = algorithm;
    h->state = arena_alloc(&e->arena, hash_of(h)->context_size);
    if (h->state) return h;
    decref(e, h);
    err_memory(e);
    return NULL;
}

static bool update(Engine *e, Hash *h, const Obj *data) {
    enum { BYTES_PER_INSTRUCTION = 16 };
    if (HAS_LAYOUT(data, STR)) {
        return err_false(e, T_TypeError, "Strings must be encoded before hashing");
    }
    if (!HAS_LAYOUT(data, BYTES)) {
        return err_false(e, T_TypeError, "object supporting the buffer API required");
    }
    const Bytes *b = (const Bytes *)data;
    if (!vm_charge(e, b->size / BYTES_PER_INSTRUCTION)) return false;
    hash_of(h)->update(h->state, b->size, b->data);
    return true;
}

/* new(name, data) */
static Obj *new_native(Engine *e, Obj *const *a) {
    if (!HAS_LAYOUT(a[0], STR)) {
        return err_null(e, T_TypeError, "new() argument 'name' must be str, not %s",
                        type_name(a[0]));
    }
    uint32_t i = 0;
    while (i < COUNT_OF(algorithms) && strcmp(algorithms[i].name, STR(a[0])->text) != 0) i++;
    if (i == COUNT_OF(algorithms)) {
        return err_null(e, T_ValueError, "unsupported hash type %s", STR(a[0])->text);
    }
    Hash *h = make(e, i);
    if (!h) return NULL;
    hash_of(h)->init(h->state);
    if (update(e, h, a[1])) return OBJ(h);
    decref(e, h);
    return NULL;
}

static Obj *update_native(Engine *e, Obj *const *a) {
    return update(e, HASH(a[0]), a[1]) ? e->none : NULL;
}

static Obj *copy_native(Engine *e, Obj *const *a) {
    const Hash *h = HASH(a[0]);
    Hash *copy = make(e, h->algorithm);
    if (copy) memcpy(copy->state, h->state, hash_of(h)->context_size);
    return OBJ(copy);
}

/* Asking ends a state: a copy is asked. */
static Obj *digest_native(Engine *e, Obj *const *a) {
    Hash *copy = HASH(copy_native(e, a));
    if (!copy) return NULL;
    size_t size = hash_of(copy)->digest_size;
    Obj *digest = bytes_new(e, NULL, size);
    if (digest) hash_of(copy)->digest(copy->state, size, BYTES(digest)->data);
    decref(e, copy);
    return digest;
}

static Obj *hexdigest_native(Engine *e, Obj *const *a) {
    Obj *digest = digest_native(e, a);
    if (!digest) return NULL;
    StrBuf b;
    strbuf_init(&b, e);
    for (uint32_t i = 0; i < BYTES(digest)->size; i++) {
        strbuf_printf(&b, "%02x", BYTES(digest)->data[i]);
    }
    decref(e, digest);
    return OBJ(strbuf_finish(&b));
}

static Obj *get_name(Engine *e, Obj *o) {
    return OBJ(str_from(e, algorithms[HASH(o)->algorithm].name));
}

static Obj *get_digest_size(Engine *e, Obj *o) {
    return int_new(e, hash_of(HASH(o))->digest_size);
}

static Obj *get_block_size(Engine *e, Obj *o) {
    return int_new(e, hash_of(HASH(o))->block_size);
}

static Obj *repr(Engine *e, Obj *o) {
    return OBJ(str_format(e, "<%s _hashlib.HASH object @ 0x%llx>",
                          algorithms[HASH(o)->algorithm].name, obj_address(o)));
}

static void release(Engine *e, Obj *o) {
    arena_free(&e->arena, HASH(o)->state);
    HASH(o)->state = NULL;
}

static const NativeDef methods[] = {
    {.name = "update", .signature = "self, obj, /", .fn = update_native},
    {.name = "digest", .signature = "self, /", .fn = digest_native},
    {.name = "hexdigest", .signature = "self, /", .fn = hexdigest_native},
    {.name = "copy", .signature = "self, /", .fn = copy_native},
    {0},
};

static const GetSetDef getset[] = {
    {"name", get_name, NULL},
    {"digest_size", get_digest_size, NULL},
    {"block_size", get_block_size, NULL},
    {NULL, NULL, NULL},
};

const TypeSpec hash_spec = {
    .name = "HASH",
    .module = "_hashlib",
    .base = T_object,
    .layout = LAYOUT_OTHER,
    .size = sizeof(Hash),
    .flags = TYPE_NO_NEW | TYPE_DOTTED,
    .slots = {.release = release, .repr = repr},
    .methods = methods,
    .getset = getset,
    .doc = "A digest that is being computed.",
};

static const NativeDef defs[] = {
    {.name = "new", .signature = "name, data, /", .fn = new_native},
    {0},
};

bool lib_hashlib_init(Engine *e, Obj *module) {
    return lib_add_natives(e, module, defs);
}
