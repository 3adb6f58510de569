#include "api/labels.h"

#include "base/tiny.h"
#include "object/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { MIN_SLOTS = TINY(64, 2) };

static uint32_t hash_text(const char *text) {
    uint32_t hash = 2166136261u;
    for (; *text; text++) hash = (hash ^ (unsigned char)*text) * 16777619u;
    return hash ^ hash >> 15;
}

/* The slot that holds this text's number or would take it; there is always a free one. Texts are
 * compared only where the hashes are equal: most lie far from each other in memory. */
static LabelSlot *slot_of(const Labels *l, const char *text, uint32_t hash) {
    size_t at = hash & (l->slot_count - 1);
    for (LabelSlot *slot; (slot = &l->slots[at])->number; at = (at + 1) & (l->slot_count - 1)) {
        if (slot->hash == hash && strcmp(l->texts[slot->number], text) == 0) break;
    }
    return &l->slots[at];
}

static void move_slot(Labels *l, const LabelSlot *from) {
    size_t at = from->hash & (l->slot_count - 1);
    while (l->slots[at].number) at = (at + 1) & (l->slot_count - 1);
    l->slots[at] = *from;
}

static bool grow_slots(Labels *l) {
    size_t wanted = l->slot_count ? l->slot_count * 2 : MIN_SLOTS;
    LabelSlot *fresh = calloc(wanted, sizeof *fresh), *old = l->slots;
    if (!fresh) return false;
    size_t count = l->slot_count;
    l->slots = fresh;
    l->slot_count = wanted;
    for (size_t i = 0; i < count; i++) {
        if (old[i].number) move_slot(l, &old[i]);
    }
    free(old);
    return true;
}

static bool grow_texts(Labels *l) {
    if (l->count < l->capacity) return true;
    uint32_t wanted = l->capacity ? l->capacity * 2 : MIN_SLOTS;
    char **fresh = realloc(l->texts, wanted * sizeof *fresh);
    if (!fresh) return false;
    l->texts = fresh;
    l->capacity = wanted;
    return true;
}

static uint32_t add(Labels *l, const char *text, uint32_t hash) {
    if (!grow_texts(l) || (l->count * 2 >= l->slot_count && !grow_slots(l))) return 0;
    size_t size = strlen(text) + 1;
    char *copy = malloc(size);
    if (!copy) return 0;
    memcpy(copy, text, size);
    *slot_of(l, text, hash) = (LabelSlot){hash, l->count};
    l->texts[l->count] = copy;
    l->bytes += size;
    return l->count++;
}

bool labels_init(Labels *l) {
    *l = (Labels){0};
    if (!grow_texts(l) || !grow_slots(l)) return false;
    l->texts[0] = calloc(1, 1);
    l->count = l->texts[0] != NULL;
    return l->texts[0] != NULL;
}

void labels_clear(Labels *l) {
    for (uint32_t i = 0; i < l->count; i++) free(l->texts[i]);
    free(l->texts);
    free(l->slots);
    *l = (Labels){0};
}

static uint32_t find_or_add(Labels *l, const char *text) {
    uint32_t hash = hash_text(text), number = slot_of(l, text, hash)->number;
    return number ? number : add(l, text, hash);
}

/* A text with lone surrogates is kept as one that everybody can read. */
static uint32_t intern_readable(Labels *l, const char *text) {
    size_t size = strlen(text);
    if (!utf8_surrogate(text, size)) return find_or_add(l, text);
    char *copy = malloc(size + 1);
    if (!copy) return 0;
    memcpy(copy, text, size + 1);
    utf8_hide_surrogates(copy, size);
    uint32_t number = find_or_add(l, copy);
    free(copy);
    return number;
}

uint32_t labels_intern(Labels *l, const char *text, uint32_t id) {
    if (!id) return intern_readable(l, text);
    size_t at = id % LABELS_REMEMBERED;
    if (l->remembered[at].id == id) return l->remembered[at].number;
    uint32_t number = intern_readable(l, text);
    l->remembered[at].id = number ? id : 0;
    l->remembered[at].number = number;
    return number;
}

size_t labels_memory(const Labels *l) {
    return l->bytes + l->capacity * sizeof *l->texts + l->slot_count * sizeof *l->slots;
}
