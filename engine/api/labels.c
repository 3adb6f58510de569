#include "api/labels.h"

#include <stdlib.h>
#include <string.h>

enum { MIN_SLOTS = 64 };

static uint32_t hash_text(const char *text) {
    uint32_t hash = 2166136261u;
    for (; *text; text++) hash = (hash ^ (unsigned char)*text) * 16777619u;
    return hash ^ hash >> 15;
}

/* The slot that holds this text's number or would take it; there is always a free one. */
static uint32_t *slot_of(const Labels *l, const char *text) {
    size_t at = hash_text(text) & (l->slot_count - 1);
    while (l->slots[at] && strcmp(l->texts[l->slots[at]], text) != 0) {
        at = (at + 1) & (l->slot_count - 1);
    }
    return &l->slots[at];
}

static bool grow_slots(Labels *l) {
    size_t wanted = l->slot_count ? l->slot_count * 2 : MIN_SLOTS;
    uint32_t *fresh = calloc(wanted, sizeof *fresh);
    if (!fresh) return false;
    free(l->slots);
    l->slots = fresh;
    l->slot_count = wanted;
    for (uint32_t i = 1; i < l->count; i++) *slot_of(l, l->texts[i]) = i;
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

static uint32_t add(Labels *l, const char *text) {
    if (!grow_texts(l) || (l->count * 2 >= l->slot_count && !grow_slots(l))) return 0;
    size_t size = strlen(text) + 1;
    char *copy = malloc(size);
    if (!copy) return 0;
    memcpy(copy, text, size);
    *slot_of(l, text) = l->count;
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
    uint32_t number = *slot_of(l, text);
    return number ? number : add(l, text);
}

uint32_t labels_intern(Labels *l, const char *text, uint32_t id) {
    if (!id) return find_or_add(l, text);
    size_t at = id % LABELS_REMEMBERED;
    if (l->remembered[at].id == id) return l->remembered[at].number;
    uint32_t number = find_or_add(l, text);
    l->remembered[at].id = number ? id : 0;
    l->remembered[at].number = number;
    return number;
}

size_t labels_memory(const Labels *l) {
    return l->bytes + l->capacity * sizeof *l->texts + l->slot_count * sizeof *l->slots;
}
