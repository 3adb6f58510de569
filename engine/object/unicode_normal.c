#include "object/unicode_normal.h"

#include <string.h>

#include "object/unicode_hangul.h"
#include "object/unicode_info.h"
#include "object/utf8.h"

/* Code points being rearranged. */
typedef struct {
    const UnicodeMemory *memory;
    uint32_t *code;
    size_t count, capacity;
    bool compatible, failed;
} Codes;

static void give(const UnicodeMemory *m, void *block) {
    if (block && m->give) m->give(m->owner, block);
}

static bool grow(Codes *s) {
    size_t capacity = s->capacity + s->capacity / 2 + 16;
    uint32_t *code = s->memory->take(s->memory->owner, capacity * sizeof *code);
    s->failed = !code;
    if (!code) return false;
    if (s->count > 0) memcpy(code, s->code, s->count * sizeof *code);
    give(s->memory, s->code);
    s->code = code;
    s->capacity = capacity;
    return true;
}

static void put(Codes *s, uint32_t c) {
    if (s->failed || (s->count == s->capacity && !grow(s))) return;
    s->code[s->count++] = c;
}

static void put_syllable(Codes *s, uint32_t i) {
    put(s, HANGUL_L + i / HANGUL_VT_COUNT);
    put(s, HANGUL_V + i % HANGUL_VT_COUNT / HANGUL_T_COUNT);
    if (i % HANGUL_T_COUNT) put(s, HANGUL_T + i % HANGUL_T_COUNT);
}

/* What a character is made of, to the end. The database nests a few levels deep at most. */
static void put_decomposed(Codes *s, uint32_t c) {
    const UnicodeDecomposition *d = c < 0x80 ? NULL : unicode_decomposition(c);
    if (hangul_is_syllable(c)) {
        put_syllable(s, c - HANGUL_FIRST);
    } else if (!d || (d->tag && !s->compatible)) {
        put(s, c);
    } else {
        for (uint32_t i = 0; i < d->count; i++) {
            put_decomposed(s, unicode_tables.decomposed[d->start + i]);
        }
    }
}

/* Marks of one character by their class, those of one class as they were: as many steps as there
 * are classes for each mark, however many marks a text has. `spare` has room for all. */
static void sort_marks(uint32_t *code, size_t count, uint32_t *spare) {
    enum { CLASSES = 256 };
    size_t start[CLASSES + 1] = {0};
    for (size_t i = 0; i < count; i++) start[unicode_combining(code[i]) + 1]++;
    for (size_t i = 0; i < CLASSES; i++) start[i + 1] += start[i];
    memcpy(spare, code, count * sizeof *code);
    for (size_t i = 0; i < count; i++) code[start[unicode_combining(spare[i])]++] = spare[i];
}

static bool marks_are_sorted(const uint32_t *code, size_t count) {
    for (size_t i = 1; i < count; i++) {
        if (unicode_combining(code[i - 1]) > unicode_combining(code[i])) return false;
    }
    return true;
}

static void sort_all_marks(Codes *s) {
    uint32_t *spare = s->memory->take(s->memory->owner, s->count * sizeof *spare);
    s->failed = !spare;
    if (!spare) return;
    for (size_t i = 0, end; i < s->count; i = end + 1) {
        end = i;
        while (end < s->count && unicode_combining(s->code[end]) > 0) end++;
        if (!marks_are_sorted(s->code + i, end - i)) sort_marks(s->code + i, end - i, spare);
    }
    give(s->memory, spare);
}

static uint32_t compose(uint32_t a, uint32_t b) {
    if (a - HANGUL_L < HANGUL_L_COUNT && b - HANGUL_V < HANGUL_V_COUNT) {
        return HANGUL_FIRST + (a - HANGUL_L) * HANGUL_VT_COUNT + (b - HANGUL_V) * HANGUL_T_COUNT;
    }
    bool open = hangul_is_syllable(a) && (a - HANGUL_FIRST) % HANGUL_T_COUNT == 0;
    if (open && b > HANGUL_T && b - HANGUL_T < HANGUL_T_COUNT) return a + (b - HANGUL_T);
    return unicode_composition(a, b);
}

/* A mark joins the last character that is no mark, unless one of its own or a higher class is in
 * between. */
static void compose_all(Codes *s) {
    size_t used = 0, base = 0;
    bool has_base = false;
    for (size_t i = 0; i < s->count; i++) {
        uint32_t c = s->code[i];
        int class = unicode_combining(c);
        bool next = used == base + 1;
        bool open = has_base && (next || unicode_combining(s->code[used - 1]) < class);
        uint32_t both = open ? compose(s->code[base], c) : 0;
        if (both) {
            s->code[base] = both;
            continue;
        }
        if (class == 0) base = used;
        has_base = has_base || class == 0;
        s->code[used++] = c;
    }
    s->count = used;
}

static char *to_text(const Codes *s, size_t *length) {
    enum { BYTES = 4 };
    char *text = s->memory->take(s->memory->owner, s->count * BYTES + 1);
    *length = 0;
    for (size_t i = 0; text && i < s->count; i++) *length += utf8_put(s->code[i], text + *length);
    return text;
}

char *unicode_normalize(const UnicodeMemory *m, const char *text, size_t size, NormalForm form,
                        size_t *length) {
    bool composed = form == NORMAL_NFC || form == NORMAL_NFKC;
    Codes codes = {.memory = m, .compatible = form == NORMAL_NFKC || form == NORMAL_NFKD};
    for (const char *p = text, *end = p + size; p < end && !codes.failed;) {
        put_decomposed(&codes, utf8_next(&p));
    }
    if (!codes.failed) sort_all_marks(&codes);
    if (!codes.failed && composed) compose_all(&codes);
    char *result = codes.failed ? NULL : to_text(&codes, length);
    give(m, codes.code);
    return result;
}
