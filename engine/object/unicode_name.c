#include "object/unicode_name.h"

#include <stdio.h>
#include <string.h>

#include "object/unicode_hangul.h"

#define T (&unicode_tables)

enum { WORDS_OF_NAME = 32 };

/* Romanised as the names of syllables are. */
static const char hangul_l[HANGUL_L_COUNT][3] = {"G", "GG", "N", "D",  "DD", "R", "M",
                                                 "B", "BB", "S", "SS", "",   "J", "JJ",
                                                 "C", "K",  "T", "P",  "H"};
static const char hangul_v[HANGUL_V_COUNT][4] = {"A",   "AE", "YA", "YAE", "EO", "E",  "YEO",
                                                 "YE",  "O",  "WA", "WAE", "OE", "YO", "U",
                                                 "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
static const char hangul_t[HANGUL_T_COUNT][3] = {
    "",   "G",  "GG", "GS", "N",  "NJ", "NH", "D",  "L", "LG", "LM", "LB", "LS", "LT",
    "LP", "LH", "M",  "B",  "BS", "S",  "SS", "NG", "J", "C",  "K",  "T",  "P",  "H"};
static const char syllable_prefix[] = "HANGUL SYLLABLE ",
                  ideograph_prefix[] = "CJK UNIFIED IDEOGRAPH-";

/* ---- Names of code points ------------------------------------------------------------------ */

static const UnicodeNameRun *find_run(uint32_t c) {
    uint32_t low = 0, high = T->name_run_count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        const UnicodeNameRun *run = &T->name_runs[middle];
        if (c >= run->first && c - run->first < run->count) return run;
        if (c < run->first) high = middle;
        if (c > run->first) low = middle + 1;
    }
    return NULL;
}

/* The words of a name by its number. */
static const uint16_t *words_of(uint32_t number) {
    const uint16_t *at = T->names + T->name_starts[number / UNICODE_NAME_STEP];
    for (uint32_t skip = number % UNICODE_NAME_STEP; skip > 0; skip--) {
        while (!(*at++ & UNICODE_LAST_WORD)) {}
    }
    return at;
}

static void write_words(const uint16_t *word, char *out) {
    for (;; word++) {
        const char *text = T->words + T->word_starts[*word & ~(unsigned)UNICODE_LAST_WORD];
        size_t size = strlen(text);
        memcpy(out, text, size);
        out += size;
        if (*word & UNICODE_LAST_WORD) break;
        *out++ = ' ';
    }
    *out = 0;
}

static const UnicodeNumbered *find_numbered(uint32_t c) {
    for (uint32_t i = 0; i < T->numbered_count; i++) {
        if (c >= T->numbered[i].first && c <= T->numbered[i].last) return &T->numbered[i];
    }
    return NULL;
}

bool unicode_name(uint32_t c, char out[UNICODE_NAME_MAX]) {
    const UnicodeNameRun *run = find_run(c);
    const UnicodeNumbered *numbered = run ? NULL : find_numbered(c);
    if (run) {
        write_words(words_of(run->ordinal + (c - run->first)), out);
    } else if (numbered) {
        snprintf(out, UNICODE_NAME_MAX, "%s%04X", numbered->prefix, (unsigned)c);
    } else if (hangul_is_syllable(c)) {
        uint32_t i = c - HANGUL_FIRST;
        snprintf(out, UNICODE_NAME_MAX, "%s%s%s%s", syllable_prefix, hangul_l[i / HANGUL_VT_COUNT],
                 hangul_v[i % HANGUL_VT_COUNT / HANGUL_T_COUNT], hangul_t[i % HANGUL_T_COUNT]);
    } else {
        return false;
    }
    return true;
}

/* ---- Code points of names ------------------------------------------------------------------ */

/* The name in capitals, with its NUL; false: no name has such characters or is as long. */
static bool in_capitals(const char *name, size_t size, char out[UNICODE_NAME_MAX]) {
    if (size == 0 || size >= UNICODE_NAME_MAX) return false;
    for (size_t i = 0; i < size; i++) {
        bool small = name[i] >= 'a' && name[i] <= 'z';
        if (!name[i]) return false;
        out[i] = (char)(small ? name[i] - 32 : name[i]);
    }
    out[size] = 0;
    return true;
}

/* The number of a word; false: no name has it. */
static bool find_word(const char *text, size_t size, uint16_t *number) {
    uint32_t low = 0, high = T->word_count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        const char *word = T->words + T->word_starts[middle];
        int order = strncmp(word, text, size);
        if (order == 0) order = word[size] ? 1 : 0;
        *number = (uint16_t)middle;
        if (order == 0) return true;
        if (order < 0) low = middle + 1;
        if (order > 0) high = middle;
    }
    return false;
}

/* The name as its words' numbers, the last one marked; false: no name is like this. */
static bool to_words(const char *name, uint16_t out[WORDS_OF_NAME]) {
    for (size_t count = 0; count < WORDS_OF_NAME; count++) {
        size_t size = strcspn(name, " ");
        if (!find_word(name, size, &out[count])) return false;
        name += size;
        if (!*name) out[count] |= UNICODE_LAST_WORD;
        if (!*name++) return true;
    }
    return false;
}

static int compare_words(const uint16_t *a, const uint16_t *b) {
    enum { WORD = UNICODE_LAST_WORD - 1 };
    for (;; a++, b++) {
        if ((*a & WORD) != (*b & WORD)) return (*a & WORD) < (*b & WORD) ? -1 : 1;
        bool ends_a = *a & UNICODE_LAST_WORD, ends_b = *b & UNICODE_LAST_WORD;
        if (ends_a || ends_b) return (int)ends_b - (int)ends_a;
    }
}

/* The code point whose name has this number. */
static uint32_t code_of(uint32_t number) {
    uint32_t low = 0, high = T->name_run_count;
    while (high - low > 1) {
        uint32_t middle = (low + high) / 2;
        if (T->name_runs[middle].ordinal <= number) low = middle;
        if (T->name_runs[middle].ordinal > number) high = middle;
    }
    return T->name_runs[low].first + (number - T->name_runs[low].ordinal);
}

static bool find_name(const char *name, uint32_t *c) {
    uint16_t words[WORDS_OF_NAME];
    if (!to_words(name, words)) return false;
    uint32_t low = 0, high = T->name_count;
    while (low < high) {
        uint32_t middle = (low + high) / 2, number = T->names_sorted[middle];
        int order = compare_words(words_of(number), words);
        *c = order == 0 ? code_of(number) : 0;
        if (order == 0) return true;
        if (order < 0) low = middle + 1;
        if (order > 0) high = middle;
    }
    return false;
}

static const UnicodeAlias *find_alias(const UnicodeAlias *rows, uint32_t count, const char *name) {
    uint32_t low = 0, high = count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        int order = strcmp(rows[middle].name, name);
        if (order == 0) return &rows[middle];
        if (order < 0) low = middle + 1;
        if (order > 0) high = middle;
    }
    return NULL;
}

/* Hexadecimal digits in capitals up to the end; 0: they are none. */
static uint32_t read_number(const char *text) {
    static const char digits[] = "0123456789ABCDEF";
    uint32_t c = 0;
    size_t size = strlen(text);
    if (size != 4 && size != 5) return 0;
    for (; *text; text++) {
        const char *digit = strchr(digits, *text);
        if (!digit) return 0;
        c = c << 4 | (uint32_t)(digit - digits);
    }
    return c;
}

/* CPython takes any other number too, and reads CJK UNIFIED IDEOGRAPH-04E00. */
static bool find_by_number(const char *name, uint32_t *c) {
    const char *hyphen = strrchr(name, '-');
    *c = hyphen ? read_number(hyphen + 1) : 0;
    const UnicodeNumbered *row = *c ? find_numbered(*c) : NULL;
    size_t size = row ? strlen(row->prefix) : 0;
    if (!row || size != (size_t)(hyphen + 1 - name)) return false;
    return strncmp(name, row->prefix, size) == 0;
}

/* The longest of the letters that the text begins with: its place in the list, and over it. */
static int read_letter(const char **text, const char *letters, size_t width, int count) {
    int found = -1;
    size_t longest = 0;
    for (int i = 0; i < count; i++) {
        const char *letter = letters + (size_t)i * width;
        size_t size = strlen(letter);
        if (strncmp(*text, letter, size) != 0 || (found >= 0 && size <= longest)) continue;
        found = i;
        longest = size;
    }
    *text += longest;
    return found;
}

static bool find_syllable(const char *name, uint32_t *c) {
    int l = read_letter(&name, hangul_l[0], sizeof hangul_l[0], HANGUL_L_COUNT);
    int v = read_letter(&name, hangul_v[0], sizeof hangul_v[0], HANGUL_V_COUNT);
    int t = read_letter(&name, hangul_t[0], sizeof hangul_t[0], HANGUL_T_COUNT);
    if (l < 0 || v < 0 || t < 0 || *name) return false;
    *c = (uint32_t)(HANGUL_FIRST + l * HANGUL_VT_COUNT + v * HANGUL_T_COUNT + t);
    return true;
}

/* CPython takes the names of syllables and ideographs in capitals only. */
bool unicode_named(const char *name, size_t size, uint32_t *c) {
    char capitals[UNICODE_NAME_MAX];
    if (!in_capitals(name, size, capitals)) return false;
    if (strncmp(capitals, syllable_prefix, sizeof syllable_prefix - 1) == 0) {
        return memcmp(name, capitals, size) == 0 &&
               find_syllable(capitals + sizeof syllable_prefix - 1, c);
    }
    if (strncmp(capitals, ideograph_prefix, sizeof ideograph_prefix - 1) == 0) {
        return memcmp(name, capitals, size) == 0 && find_by_number(capitals, c);
    }
    const UnicodeAlias *alias = find_alias(T->aliases, T->alias_count, capitals);
    if (alias) *c = alias->code[0];
    return alias || find_name(capitals, c) || find_by_number(capitals, c);
}

const UnicodeAlias *unicode_named_sequence(const char *name, size_t size) {
    char capitals[UNICODE_NAME_MAX];
    if (!in_capitals(name, size, capitals)) return NULL;
    return find_alias(T->sequences, T->sequence_count, capitals);
}
