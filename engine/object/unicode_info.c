#include "object/unicode_info.h"

static const UnicodeRecord *record(uint32_t c) {
    const UnicodeTables *t = &unicode_tables;
    uint32_t block = t->blocks[c / UNICODE_BLOCK];
    return &t->records[t->places[block * UNICODE_BLOCK + c % UNICODE_BLOCK]];
}

const char *unicode_category(uint32_t c) {
    return unicode_tables.categories[record(c)->category];
}

const char *unicode_bidirectional(uint32_t c) {
    return unicode_tables.bidis[record(c)->bidi];
}

const char *unicode_east_asian_width(uint32_t c) {
    return unicode_tables.widths[record(c)->width];
}

int unicode_combining(uint32_t c) {
    return record(c)->combining;
}

bool unicode_is_mirrored(uint32_t c) {
    return record(c)->mirrored;
}

static const UnicodeNumber *find_number(uint32_t c) {
    uint32_t low = 0, high = unicode_tables.number_count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        const UnicodeNumber *row = &unicode_tables.numbers[middle];
        if (row->code == c) return row;
        if (row->code < c) low = middle + 1;
        if (row->code > c) high = middle;
    }
    return NULL;
}

int unicode_digit(uint32_t c) {
    int decimal = unicode_decimal(c);
    const UnicodeNumber *row = decimal < 0 ? find_number(c) : NULL;
    return row ? (int)row->digit : decimal;
}

bool unicode_number(uint32_t c, int64_t *value, int32_t *divisor) {
    int decimal = unicode_decimal(c);
    const UnicodeNumber *row = decimal < 0 ? find_number(c) : NULL;
    *value = row ? row->value : decimal;
    *divisor = row ? row->divisor : 1;
    return row || decimal >= 0;
}

const UnicodeDecomposition *unicode_decomposition(uint32_t c) {
    uint32_t low = 0, high = unicode_tables.decomposition_count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        const UnicodeDecomposition *row = &unicode_tables.decompositions[middle];
        if (row->code == c) return row;
        if (row->code < c) low = middle + 1;
        if (row->code > c) high = middle;
    }
    return NULL;
}

uint32_t unicode_composition(uint32_t first, uint32_t second) {
    uint64_t wanted = (uint64_t)first << 32 | second;
    uint32_t low = 0, high = unicode_tables.composition_count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        const UnicodeComposition *row = &unicode_tables.compositions[middle];
        uint64_t pair = (uint64_t)row->first << 32 | row->second;
        if (pair == wanted) return row->composed;
        if (pair < wanted) low = middle + 1;
        if (pair > wanted) high = middle;
    }
    return 0;
}
