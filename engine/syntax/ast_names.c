#include "syntax/ast.h"

#include "base/tiny.h"
#include "object/unicode_normal.h"

#include <string.h>

enum { FIRST_SLOTS = TINY(256, 2) };

/* Open addressing; at most half of the slots are used. */
struct AstNames {
    Region *region;
    AstIdent **slots;
    uint32_t slot_count, count;
};

/* FNV-1a. */
static uint32_t hash_text(const char *text, size_t length) {
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++) hash = (hash ^ (unsigned char)text[i]) * 16777619u;
    return hash;
}

static AstIdent **find_slot(const AstNames *names, const char *text, size_t length, uint32_t hash) {
    uint32_t mask = names->slot_count - 1, i = hash & mask;
    while (names->slots[i]) {
        const AstIdent *ident = names->slots[i];
        if (ident->hash == hash && ident->length == length &&
            memcmp(ident->text, text, length) == 0) {
            break;
        }
        i = (i + 1) & mask;
    }
    return &names->slots[i];
}

static bool grow(AstNames *names) {
    uint32_t old_count = names->slot_count;
    AstIdent **old = names->slots;
    AstIdent **slots = region_alloc(names->region, sizeof *slots * old_count * 2);
    if (!slots) return false;
    names->slots = slots;
    names->slot_count = old_count * 2;
    for (uint32_t i = 0; i < old_count; i++) {
        if (old[i]) *find_slot(names, old[i]->text, old[i]->length, old[i]->hash) = old[i];
    }
    return true;
}

AstNames *ast_names_create(Region *r) {
    AstNames *names = region_alloc(r, sizeof *names);
    if (!names) return NULL;
    names->region = r;
    names->slot_count = FIRST_SLOTS;
    names->slots = region_alloc(r, sizeof *names->slots * FIRST_SLOTS);
    return names->slots ? names : NULL;
}

const AstIdent *ast_intern(AstNames *names, const char *text, size_t length) {
    if (length > INT32_MAX) return NULL;
    uint32_t hash = hash_text(text, length);
    AstIdent **slot = find_slot(names, text, length, hash);
    if (*slot) return *slot;
    if (names->count >= names->slot_count / 2) {
        if (!grow(names)) return NULL;
        slot = find_slot(names, text, length, hash);
    }
    AstIdent *ident = region_alloc(names->region, sizeof *ident + length + 1);
    if (!ident) return NULL;
    memcpy(ident->text, text, length);
    ident->length = (uint32_t)length;
    ident->hash = hash;
    ident->index = names->count++;
    *slot = ident;
    return ident;
}

static void *take(void *region, size_t size) {
    return region_alloc(region, size);
}

/* A name that is in the table is in normal form: most names come more than once. */
const AstIdent *ast_intern_normal(AstNames *names, const char *text, size_t length) {
    const AstIdent *known = *find_slot(names, text, length, hash_text(text, length));
    if (known) return known;
    const UnicodeMemory memory = {.owner = names->region, .take = take};
    size_t size;
    const char *normal = unicode_normalize(&memory, text, length, NORMAL_NFKC, &size);
    return normal ? ast_intern(names, normal, size) : NULL;
}

const AstIdent *ast_intern_mangled(AstNames *names, const char *class_name, size_t class_length,
                                   const AstIdent *name) {
    char small[128];
    size_t length = 1 + class_length + name->length;
    char *text = length <= sizeof small ? small : region_alloc(names->region, length);
    if (!text) return NULL;
    text[0] = '_';
    memcpy(text + 1, class_name, class_length);
    memcpy(text + 1 + class_length, name->text, name->length);
    return ast_intern(names, text, length);
}

int ast_names_count(const AstNames *names) {
    return (int)names->count;
}
