/* coroscope_unicode OUTPUT FOLDER: a step of the build, no part of the engine's library.
 *
 * Reads the files of the Unicode Character Database in FOLDER (Debian's package unicode-data) and
 * writes what Unicode 15.1 says as the tables of object/unicode_data.h to the C file OUTPUT. Of a
 * newer database the characters that 15.1 does not have are left out; what 15.1 has more than 15.0
 * is added to one of 15.0.
 */

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "object/unicode.h"
#include "object/unicode_data.h"

enum { CODES = UNICODE_MAX + 1, FIELDS = 15, MAX_TEXTS = 64, BLOCKS = CODES / UNICODE_BLOCK };

typedef struct {
    UnicodeRecord record;
    bool new;         /* younger than 15.1 */
    bool excluded;    /* does not come about by composition */
    const char *name; /* NULL: has none, or one with its own number in it */
    const char *decomposed;
    const char *value; /* "1/2"; NULL: no number, or a decimal digit */
    const char *digit;
} Char;

/* A list of texts in the order of their first appearance, the empty one first. */
typedef struct {
    const char *text[MAX_TEXTS];
    unsigned count;
} Texts;

typedef struct {
    const char *name;
    unsigned words, ordinal;
    uint16_t word[32];
} Name;

static Char chars[CODES];
static Texts categories, bidis, widths, tags;
static FILE *out;

static void stop(const char *what, const char *which) {
    fprintf(stderr, "%s: %s\n", what, which);
    exit(1);
}

/* Zeroed memory. All of it stays until the end, since texts point into texts. */
typedef struct Block {
    struct Block *older;
    max_align_t memory[];
} Block;

static Block *newest_block;

static void *need(size_t count, size_t size) {
    Block *block = calloc(1, sizeof *block + count * size);
    if (!block) stop("no memory", "");
    block->older = newest_block;
    newest_block = block;
    return block->memory;
}

static void free_all(void) {
    while (newest_block) {
        Block *block = newest_block;
        newest_block = block->older;
        free(block);
    }
}

/* ---- Reading ------------------------------------------------------------------------------- */

/* The whole file. */
static char *read_file(const char *folder, const char *name) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0) stop("cannot read", path);
    long size = ftell(file);
    rewind(file);
    char *text = need((size_t)size + 1, 1);
    if (fread(text, 1, (size_t)size, file) != (size_t)size) stop("cannot read", path);
    fclose(file);
    return text;
}

static char *trim(char *text) {
    while (*text == ' ' || *text == '\t') text++;
    char *end = text + strlen(text);
    while (end > text && strchr(" \t\r", end[-1])) end--;
    *end = 0;
    return text;
}

/* The next line with something before '#', cut at its semicolons; NULL: the end. */
static char **next_row(char **at) {
    static char *field[FIELDS];
    static char empty[] = "";
    while (**at) {
        char *line = *at, *end = strchr(line, '\n');
        *at = end ? end + 1 : line + strlen(line);
        if (end) *end = 0;
        line[strcspn(line, "#")] = 0;
        if (!*trim(line)) continue;
        for (int i = 0; i < FIELDS; i++) {
            char *cut = line ? strchr(line, ';') : NULL;
            if (cut) *cut = 0;
            field[i] = line ? trim(line) : empty;
            line = cut ? cut + 1 : NULL;
        }
        return field;
    }
    return NULL;
}

/* "4E00" or "4E00..9FFF" */
static void read_range(const char *text, unsigned long *first, unsigned long *last) {
    char *end;
    *first = strtoul(text, &end, 16);
    *last = strncmp(end, "..", 2) == 0 ? strtoul(end + 2, &end, 16) : *first;
    if (*end || *first > *last || *last > UNICODE_MAX) stop("not a code point", text);
}

static uint8_t text_index(Texts *texts, const char *text) {
    unsigned i = 0;
    while (i < texts->count && strcmp(texts->text[i], text) != 0) i++;
    if (i == MAX_TEXTS) stop("too many kinds", text);
    if (i == texts->count) texts->text[texts->count++] = text;
    return (uint8_t)i;
}

/* "15.1" is 1501. */
static unsigned read_version(const char *text) {
    char *end;
    unsigned long major = strtoul(text, &end, 10);
    return (unsigned)(major * 100 + (*end == '.' ? strtoul(end + 1, NULL, 10) : 0));
}

enum { OUR_VERSION = 1501, LAST_VERSION = 1500 };

static void read_ages(char *text) {
    unsigned long first, last;
    for (char **row; (row = next_row(&text));) {
        read_range(row[0], &first, &last);
        bool new = read_version(row[1]) > OUR_VERSION;
        for (unsigned long c = first; c <= last; c++) chars[c].new = new;
    }
}

/* The prefix of names that end in the code point's own number. */
typedef struct {
    const char *block, *prefix;
} Numbered;

static const Numbered blocks[] = {{"<CJK Ideograph", "CJK UNIFIED IDEOGRAPH-"}};

static UnicodeNumbered numbered[64];
static unsigned numbered_count;

static void add_numbered(uint32_t first, uint32_t last, const char *prefix) {
    UnicodeNumbered *row = numbered_count ? &numbered[numbered_count - 1] : NULL;
    if (row && row->last + 1 == first && strcmp(row->prefix, prefix) == 0) {
        row->last = last;
        return;
    }
    if (numbered_count == COUNT_OF(numbered)) stop("too many blocks", prefix);
    numbered[numbered_count++] = (UnicodeNumbered){first, last, prefix};
}

static void read_name(unsigned long code, const char *name) {
    char number[24];
    snprintf(number, sizeof number, "-%04lX", code);
    size_t size = strlen(name), tail = strlen(number);
    if (name[0] == '<') return;
    if (size <= tail || strcmp(name + size - tail, number) != 0) {
        chars[code].name = name;
        return;
    }
    char *prefix = need(size, 1);
    memcpy(prefix, name, size - tail + 1);
    add_numbered((uint32_t)code, (uint32_t)code, prefix);
}

static void read_char(unsigned long code, char **row) {
    Char *c = &chars[code];
    if (c->new) return;
    c->record.category = text_index(&categories, row[2]);
    c->record.combining = (uint8_t)strtoul(row[3], NULL, 10);
    c->record.bidi = text_index(&bidis, row[4]);
    c->record.mirrored = strcmp(row[9], "Y") == 0;
    if (*row[5]) c->decomposed = row[5];
    if (*row[7]) c->digit = row[7];
    if (*row[8]) c->value = row[8];
    if (*row[6]) c->value = NULL;
}

/* UnicodeData.txt: large blocks have a row for their first and one for their last code point. */
static void read_chars(char *text) {
    unsigned long first = 0, code, same;
    for (char **row; (row = next_row(&text));) {
        read_range(row[0], &code, &same);
        if (strstr(row[1], ", First>")) first = code;
        bool last = strstr(row[1], ", Last>");
        for (unsigned long c = last ? first : code; c <= code; c++) read_char(c, row);
        for (size_t i = 0; last && !chars[code].new &&i < COUNT_OF(blocks); i++) {
            if (strncmp(row[1], blocks[i].block, strlen(blocks[i].block)) != 0) continue;
            add_numbered((uint32_t)first, (uint32_t)code, blocks[i].prefix);
        }
        if (!chars[code].new) read_name(code, row[1]);
    }
}

static void read_widths(char *text) {
    unsigned long first, last;
    for (char **row; (row = next_row(&text));) {
        read_range(row[0], &first, &last);
        uint8_t width = text_index(&widths, row[1]);
        for (unsigned long c = first; c <= last; c++) chars[c].record.width = width;
    }
}

/* The numbers of ideographs are only here. Those read first count. */
static void read_values(char *text) {
    unsigned long first, last;
    for (char **row; (row = next_row(&text));) {
        read_range(row[0], &first, &last);
        for (unsigned long c = first; c <= last; c++) {
            bool decimal = unicode_decimal((uint32_t)c) >= 0;
            if (!chars[c].value && !chars[c].new && !decimal) chars[c].value = row[3];
        }
    }
}

static void read_exclusions(char *text) {
    unsigned long first, last;
    for (char **row; (row = next_row(&text));) {
        if (strcmp(row[1], "Full_Composition_Exclusion") != 0) continue;
        read_range(row[0], &first, &last);
        for (unsigned long c = first; c <= last; c++) chars[c].excluded = true;
    }
}

/* ---- Writing ------------------------------------------------------------------------------- */

static void begin(const char *type, const char *name) {
    fprintf(out, "static const %s %s[] = {\n", type, name);
}

static void end(void) {
    fputs("};\n\n", out);
}

static void write_texts(const char *name, const Texts *texts) {
    begin("char *const", name);
    for (unsigned i = 0; i < texts->count; i++) fprintf(out, "\"%s\",\n", texts->text[i]);
    end();
}

static int compare_records(const UnicodeRecord *a, const UnicodeRecord *b) {
    return a->category != b->category || a->bidi != b->bidi || a->combining != b->combining ||
           a->width != b->width || a->mirrored != b->mirrored;
}

/* The number of each code point's record; the records are written. */
static void write_records(uint16_t *number) {
    UnicodeRecord *known = need(UINT16_MAX, sizeof *known);
    unsigned count = 0;
    for (uint32_t c = 0; c < CODES; c++) {
        unsigned i = 0;
        while (i < count && compare_records(&known[i], &chars[c].record) != 0) i++;
        if (i == count) known[count++] = chars[c].record;
        number[c] = (uint16_t)i;
    }
    begin("UnicodeRecord", "records");
    for (unsigned i = 0; i < count; i++) {
        fprintf(out, "{%u, %u, %u, %u, %d},\n", known[i].category, known[i].bidi,
                known[i].combining, known[i].width, known[i].mirrored);
    }
    end();
}

static void write_numbers(const char *type, const char *name, const uint16_t *values,
                          size_t count) {
    begin(type, name);
    for (size_t i = 0; i < count; i++) fprintf(out, "%u,%s", values[i], i % 16 == 15 ? "\n" : "");
    end();
}

/* Equal blocks of code points are kept once. */
static void write_places(void) {
    uint16_t *number = need(CODES, sizeof *number), *place = need(CODES, sizeof *place);
    uint16_t block[BLOCKS];
    size_t count = 0;
    write_records(number);
    for (size_t b = 0; b < BLOCKS; b++) {
        const uint16_t *mine = number + b * UNICODE_BLOCK;
        size_t i = 0, size = UNICODE_BLOCK * sizeof *mine;
        while (i < count && memcmp(place + i * UNICODE_BLOCK, mine, size) != 0) i++;
        if (i == count) memcpy(place + count++ * UNICODE_BLOCK, mine, size);
        block[b] = (uint16_t)i;
    }
    write_numbers("uint16_t", "blocks", block, BLOCKS);
    write_numbers("uint16_t", "places", place, count * UNICODE_BLOCK);
}

static void write_values(void) {
    begin("UnicodeNumber", "numbers");
    for (uint32_t c = 0; c < CODES; c++) {
        const char *value = chars[c].value;
        if (!value) continue;
        const char *divisor = strchr(value, '/');
        fprintf(out, "{0x%x, %s, %s, %lld},\n", (unsigned)c, chars[c].digit ? chars[c].digit : "-1",
                divisor ? divisor + 1 : "1", strtoll(value, NULL, 10));
    }
    end();
}

/* "<compat> 0020 0308": the tag is cut off; returns how many code points follow. */
static unsigned read_decomposition(const char *text, uint8_t *tag, unsigned long code[32]) {
    char *name = need(32, 1), *next;
    const char *closed = strchr(text, '>');
    if (closed) memcpy(name, text, (size_t)(closed + 1 - text));
    *tag = text_index(&tags, name);
    unsigned count = 0;
    for (text = closed ? closed + 1 : text; *text; text = next) {
        code[count++] = strtoul(text, &next, 16);
        if (next == text) stop("not a decomposition", text);
    }
    return count;
}

static int compare_compositions(const void *a, const void *b) {
    const UnicodeComposition *x = a, *y = b;
    if (x->first != y->first) return x->first < y->first ? -1 : 1;
    return x->second < y->second ? -1 : x->second > y->second;
}

static void write_compositions(UnicodeComposition *pairs, size_t count) {
    qsort(pairs, count, sizeof *pairs, compare_compositions);
    begin("UnicodeComposition", "compositions");
    for (size_t i = 0; i < count; i++) {
        fprintf(out, "{0x%x, 0x%x, 0x%x},\n", (unsigned)pairs[i].first, (unsigned)pairs[i].second,
                (unsigned)pairs[i].composed);
    }
    end();
}

static void write_decompositions(void) {
    unsigned long *pool = need(UINT16_MAX + 1, sizeof *pool);
    UnicodeComposition *pairs = need(UINT16_MAX, sizeof *pairs);
    size_t used = 0, pair_count = 0;
    begin("UnicodeDecomposition", "decompositions");
    for (uint32_t c = 0; c < CODES; c++) {
        if (!chars[c].decomposed) continue;
        uint8_t tag;
        const unsigned long *code = pool + used;
        unsigned count = read_decomposition(chars[c].decomposed, &tag, pool + used);
        fprintf(out, "{0x%x, %zu, %u, %u},\n", (unsigned)c, used, count, tag);
        if (tag == 0 && count == 2 && !chars[c].excluded) {
            pairs[pair_count++] = (UnicodeComposition){(uint32_t)code[0], (uint32_t)code[1], c};
        }
        used += count;
        if (used > UINT16_MAX - 32) stop("too many decompositions", "");
    }
    end();
    begin("uint32_t", "decomposed");
    for (size_t i = 0; i < used; i++) fprintf(out, "0x%lx,\n", pool[i]);
    end();
    write_compositions(pairs, pair_count);
    write_texts("tags", &tags);
}

/* ---- Names --------------------------------------------------------------------------------- */

static int compare_texts(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int compare_names(const void *a, const void *b) {
    const Name *x = *(const Name *const *)a, *y = *(const Name *const *)b;
    for (unsigned i = 0; i < x->words && i < y->words; i++) {
        if (x->word[i] != y->word[i]) return x->word[i] < y->word[i] ? -1 : 1;
    }
    return (x->words > y->words) - (x->words < y->words);
}

static char *copy_text(const char *text, size_t size) {
    char *copy = need(size + 1, 1);
    memcpy(copy, text, size);
    return copy;
}

/* All the words of all the names, sorted, each once; returns how many. */
static size_t collect_words(const Name *names, size_t count, char **words) {
    size_t used = 0, kept = 0;
    for (size_t i = 0; i < count; i++) {
        for (const char *at = names[i].name; *at;) {
            size_t size = strcspn(at, " ");
            words[used++] = copy_text(at, size);
            at += size + (at[size] == ' ');
        }
    }
    qsort(words, used, sizeof *words, compare_texts);
    for (size_t i = 0; i < used; i++) {
        if (kept == 0 || strcmp(words[i], words[kept - 1]) != 0) words[kept++] = words[i];
    }
    if (kept >= UNICODE_LAST_WORD) stop("too many words", "in names");
    return kept;
}

static void number_words(Name *name, char **words, size_t count) {
    for (const char *at = name->name; *at;) {
        size_t size = strcspn(at, " ");
        char *word = copy_text(at, size);
        char **found = bsearch(&word, words, count, sizeof *words, compare_texts);
        if (name->words == COUNT_OF(name->word)) stop("too many words", name->name);
        name->word[name->words++] = (uint16_t)(found - words);
        at += size + (at[size] == ' ');
    }
}

static void write_words(char **words, size_t count) {
    fputs("static const char words[] =\n", out);
    for (size_t i = 0; i < count; i++) fprintf(out, "\"%s\\0\"\n", words[i]);
    fputs(";\n\n", out);
    begin("uint32_t", "word_starts");
    size_t start = 0;
    for (size_t i = 0; i < count; i++) {
        fprintf(out, "%zu,\n", start);
        start += strlen(words[i]) + 1;
    }
    end();
}

static void write_name_words(const Name *names, size_t count) {
    begin("uint16_t", "names");
    for (size_t i = 0; i < count; i++) {
        for (unsigned k = 0; k < names[i].words; k++) {
            bool last = k + 1 == names[i].words;
            fprintf(out, "%u,", names[i].word[k] | (last ? (unsigned)UNICODE_LAST_WORD : 0));
        }
        fputc('\n', out);
    }
    end();
    begin("uint32_t", "name_starts");
    for (size_t i = 0, start = 0; i < count; start += names[i++].words) {
        if (i % UNICODE_NAME_STEP == 0) fprintf(out, "%zu,\n", start);
    }
    end();
}

static void write_sorted_names(const Name *names, size_t count) {
    const Name **sorted = need(count, sizeof *sorted);
    for (size_t i = 0; i < count; i++) sorted[i] = &names[i];
    qsort(sorted, count, sizeof *sorted, compare_names);
    begin("uint16_t", "names_sorted");
    for (size_t i = 0; i < count; i++) fprintf(out, "%u,\n", sorted[i]->ordinal);
    end();
}

/* The names in the order of their code points, and the runs of these. */
static size_t collect_names(Name *names) {
    size_t count = 0;
    uint32_t first = 0;
    begin("UnicodeNameRun", "name_runs");
    for (uint32_t c = 0; c < CODES; c++) {
        if (!chars[c].name) continue;
        if (c == 0 || !chars[c - 1].name) first = c;
        names[count] = (Name){.name = chars[c].name, .ordinal = (unsigned)count};
        count++;
        bool last = c == UNICODE_MAX || !chars[c + 1].name;
        unsigned size = (unsigned)(c - first + 1);
        if (last) fprintf(out, "{0x%x, %u, %u},\n", (unsigned)first, size, (unsigned)count - size);
    }
    end();
    if (count > UINT16_MAX) stop("too many names", "");
    return count;
}

static void write_names(void) {
    Name *names = need(UINT16_MAX + 1, sizeof *names);
    size_t count = collect_names(names);
    char **words = need(count * 16, sizeof *words);
    size_t word_count = collect_words(names, count, words);
    for (size_t i = 0; i < count; i++) number_words(&names[i], words, word_count);
    write_words(words, word_count);
    write_name_words(names, count);
    write_sorted_names(names, count);
    fprintf(out, "enum { WORD_COUNT = %zu, NAME_COUNT = %zu };\n\n", word_count, count);
    begin("UnicodeNumbered", "numbered");
    for (unsigned i = 0; i < numbered_count; i++) {
        fprintf(out, "{0x%x, 0x%x, \"%s\"},\n", (unsigned)numbered[i].first,
                (unsigned)numbered[i].last, numbered[i].prefix);
    }
    end();
}

/* ---- Other names --------------------------------------------------------------------------- */

static int compare_aliases(const void *a, const void *b) {
    return strcmp(((const UnicodeAlias *)a)->name, ((const UnicodeAlias *)b)->name);
}

static void write_aliases(const char *name, UnicodeAlias *rows, size_t count) {
    qsort(rows, count, sizeof *rows, compare_aliases);
    begin("UnicodeAlias", name);
    for (size_t i = 0; i < count; i++) {
        const uint32_t *code = rows[i].code;
        fprintf(out, "{\"%s\", {0x%x, 0x%x, 0x%x, 0x%x}},\n", rows[i].name, (unsigned)code[0],
                (unsigned)code[1], (unsigned)code[2], (unsigned)code[3]);
    }
    end();
}

/* NameAliases.txt: "000A;LF;abbreviation"; NamedSequences.txt: "KEYCAP DIGIT ONE;0031 FE0F 20E3".
 */
static void read_aliases(const char *name, char *text, int name_field, int code_field) {
    UnicodeAlias *rows = need(UINT16_MAX, sizeof *rows);
    size_t count = 0;
    for (char **row; (row = next_row(&text));) {
        UnicodeAlias alias = {.name = row[name_field]};
        char *at = row[code_field];
        bool new = false;
        for (size_t i = 0; *at && i < COUNT_OF(alias.code); i++) {
            alias.code[i] = (uint32_t)strtoul(at, &at, 16);
            new = new || (alias.code[i] <= UNICODE_MAX && chars[alias.code[i]].new);
        }
        if (*at) stop("too long a sequence", alias.name);
        if (!new) rows[count++] = alias;
    }
    write_aliases(name, rows, count);
}

/* ---- What 15.1 has more than 15.0 ---------------------------------------------------------- */

static const char newer_chars[] =
    "2FFC;IDEOGRAPHIC DESCRIPTION CHARACTER SURROUND FROM RIGHT;So;0;ON;;;;;N;;;;;\n"
    "2FFD;IDEOGRAPHIC DESCRIPTION CHARACTER SURROUND FROM LOWER RIGHT;So;0;ON;;;;;N;;;;;\n"
    "2FFE;IDEOGRAPHIC DESCRIPTION CHARACTER HORIZONTAL REFLECTION;So;0;ON;;;;;N;;;;;\n"
    "2FFF;IDEOGRAPHIC DESCRIPTION CHARACTER ROTATION;So;0;ON;;;;;N;;;;;\n"
    "31EF;IDEOGRAPHIC DESCRIPTION CHARACTER SUBTRACTION;So;0;ON;;;;;N;;;;;\n"
    "2EBF0;<CJK Ideograph Extension I, First>;Lo;0;L;;;;;N;;;;;\n"
    "2EE5D;<CJK Ideograph Extension I, Last>;Lo;0;L;;;;;N;;;;;\n";

static const char newer_widths[] = "2FFC..2FFF;W\n31EF;W\n";

/* As in DerivedNumericValues.txt; all of them are ideographs. */
static const char newer_values[] =
    "4E24;;;2\n4EAC;;;10000000000000000\n4FE9;;;2\n5006;;;2\n5146;;;1000000\n62D0;;;7\n"
    "6D1E;;;0\n7695;;;200\n79ED;;;1000000000\n920E;;;9\n94A9;;;9\n";

static char *own_copy(const char *text) {
    return copy_text(text, strlen(text));
}

/* "# DerivedAge-15.0.0.txt" */
static unsigned database_version(const char *ages) {
    const char *mark = strchr(ages, '-');
    unsigned version = mark ? read_version(mark + 1) : 0;
    if (version < LAST_VERSION) stop("older than Unicode 15.0", "the database");
    return version;
}

static int compare_numbered(const void *a, const void *b) {
    const UnicodeNumbered *x = a, *y = b;
    return x->first < y->first ? -1 : x->first > y->first;
}

static void read_database(const char *folder) {
    char *ages = read_file(folder, "DerivedAge.txt");
    unsigned version = database_version(ages);
    text_index(&categories, "Cn");
    text_index(&bidis, "");
    text_index(&widths, "N");
    text_index(&tags, "");
    read_ages(ages);
    read_widths(read_file(folder, "EastAsianWidth.txt"));
    read_chars(read_file(folder, "UnicodeData.txt"));
    if (version < OUR_VERSION) read_values(own_copy(newer_values));
    read_values(read_file(folder, "extracted/DerivedNumericValues.txt"));
    read_exclusions(read_file(folder, "DerivedNormalizationProps.txt"));
    if (version < OUR_VERSION) read_chars(own_copy(newer_chars));
    if (version < OUR_VERSION) read_widths(own_copy(newer_widths));
    qsort(numbered, numbered_count, sizeof *numbered, compare_numbered);
}

static void write_summary(void) {
    static const char *const plain[] = {
        "categories", "bidis", "widths",      "tags",  "blocks",      "places",      "records",
        "decomposed", "words", "word_starts", "names", "name_starts", "names_sorted"};
    static const char *const counted[][2] = {
        {"numbers", "number"},           {"decompositions", "decomposition"},
        {"compositions", "composition"}, {"name_runs", "name_run"},
        {"numbered", "numbered"},        {"aliases", "alias"},
        {"sequences", "sequence"}};
    fputs("const UnicodeTables unicode_tables = {\n.version = \"15.1.0\",\n", out);
    for (size_t i = 0; i < COUNT_OF(plain); i++) fprintf(out, ".%s = %s,\n", plain[i], plain[i]);
    for (size_t i = 0; i < COUNT_OF(counted); i++) {
        const char *name = counted[i][0];
        fprintf(out, ".%s = %s,\n.%s_count = COUNT_OF(%s),\n", name, name, counted[i][1], name);
    }
    fputs(".word_count = WORD_COUNT,\n.name_count = NAME_COUNT,\n};\n", out);
}

int main(int argc, char **argv) {
    if (argc != 3) stop("usage", "coroscope_unicode OUTPUT FOLDER");
    read_database(argv[2]);
    out = fopen(argv[1], "wb");
    if (!out) stop("cannot write", argv[1]);
    fputs("/* Made by object/pack_unicode.c of the Unicode Character Database. */\n"
          "#include \"object/unicode_data.h\"\n\n",
          out);
    write_texts("categories", &categories);
    write_texts("bidis", &bidis);
    write_texts("widths", &widths);
    write_places();
    write_values();
    write_decompositions();
    write_names();
    read_aliases("aliases", read_file(argv[2], "NameAliases.txt"), 1, 0);
    read_aliases("sequences", read_file(argv[2], "NamedSequences.txt"), 0, 1);
    write_summary();
    if (ferror(out) || fclose(out) != 0) stop("cannot write", argv[1]);
    free_all();
    return 0;
}
