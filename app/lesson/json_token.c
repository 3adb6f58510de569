#include "lesson/json_token.h"

#include "lesson/lesson_utf8.h"

#include <ctype.h>
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/* Quotes that people and word processors write; only the first pair is JSON. */
typedef struct Quotes {
    const char *open, *close, *problem;
} Quotes;

typedef struct Word {
    const char *written, *meant;
} Word;

static const Quotes QUOTES[] = {
    {"\"", "\"", NULL},
    {"'", "'", "strings stand in double quotes (\"), not in single ones"},
    {"`", "`", "strings stand in double quotes (\"), not in backquotes"},
    {"\u201C", "\u201D", "strings stand in straight quotes (\"), not in curly ones"},
    {"\u201E", "\u201C", "strings stand in straight quotes (\"), not in curly ones"},
    {"\u2018", "\u2019", "strings stand in straight double quotes (\"), not in curly ones"},
};

static const Word WORDS[] = {{"True", "true"},   {"TRUE", "true"},      {"yes", "true"},
                             {"on", "true"},     {"no", "false"},       {"False", "false"},
                             {"FALSE", "false"}, {"off", "false"},      {"None", "null"},
                             {"nil", "null"},    {"undefined", "null"}, {"NULL", "null"}};

/* ---- The cursor -------------------------------------------------------------------------- */

bool json_token_at_end(const JsonCursor *c) {
    return c->at.offset >= c->length;
}

char json_token_peek(const JsonCursor *c) {
    return json_token_at_end(c) ? '\0' : c->text[c->at.offset];
}

static bool looking_at(const JsonCursor *c, const char *text) {
    size_t length = strlen(text);
    return c->length - c->at.offset >= length && !memcmp(c->text + c->at.offset, text, length);
}

void json_token_advance(JsonCursor *c) {
    if (json_token_at_end(c)) return;
    uint32_t code;
    size_t bytes = lesson_utf8_decode(c->text + c->at.offset, c->length - c->at.offset, &code);
    bool new_line = c->text[c->at.offset] == '\n';
    c->at.offset += bytes ? bytes : 1;
    c->at.line += new_line;
    c->at.column = new_line ? 1 : c->at.column + 1;
}

LessonProblem *json_token_report(JsonCursor *c, JsonMark begin, JsonMark end, const char *format,
                                 ...) {
    char text[512];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    LessonPlace place = {.line = begin.line, .column = begin.column, .path = ""};
    bool ranged = end.line == begin.line && end.column > begin.column;
    place.end_column = ranged ? end.column : begin.column + 1;
    c->failed = true;
    if (c->problems->more) c->stopped = true;
    return lesson_problem_add(c->problems, &place, "%s", text);
}

void json_token_unexpected(JsonCursor *c, const char *expected) {
    JsonMark begin = c->at;
    json_token_advance(c);
    const char *found = "the end of the file";
    if (c->at.offset > begin.offset)
        found =
            lesson_problem_quote(c->problems, c->text + begin.offset, c->at.offset - begin.offset);
    json_token_report(c, begin, c->at, "expected %s, found %s", expected, found);
    c->stopped = true;
}

static void skip_line(JsonCursor *c) {
    while (!json_token_at_end(c) && json_token_peek(c) != '\n') json_token_advance(c);
}

static void skip_comment(JsonCursor *c) {
    JsonMark begin = c->at;
    if (looking_at(c, "/*")) {
        while (!json_token_at_end(c) && !looking_at(c, "*/")) json_token_advance(c);
        json_token_advance(c);
        json_token_advance(c);
    } else {
        skip_line(c);
    }
    LessonProblem *problem = json_token_report(c, begin, c->at, "JSON has no comments");
    lesson_problem_hint(c->problems, problem,
                        "Remove it; what a teacher should know goes into \"note\".");
}

void json_token_skip_blank(JsonCursor *c) {
    if (!c->stopped) c->last_end = c->at;
    while (!c->stopped && !json_token_at_end(c)) {
        char byte = json_token_peek(c);
        if (byte == '#' || looking_at(c, "//") || looking_at(c, "/*"))
            skip_comment(c);
        else if (byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n')
            json_token_advance(c);
        else
            return;
    }
}

/* ---- Strings ----------------------------------------------------------------------------- */

static const Quotes *quotes_here(const JsonCursor *c) {
    for (size_t i = 0; i < sizeof QUOTES / sizeof *QUOTES; i++) {
        if (looking_at(c, QUOTES[i].open)) return &QUOTES[i];
    }
    return NULL;
}

bool json_token_is_quote(const JsonCursor *c) {
    return quotes_here(c) != NULL;
}

/* The value of the four digits after "\u", or -1. */
static long hex_value(const char *text, const char *end) {
    long value = 0;
    for (int i = 0; i < 4; i++) {
        if (text + i >= end || !isxdigit((unsigned char)text[i])) return -1;
        int digit = text[i] <= '9' ? text[i] - '0' : (text[i] | 0x20) - 'a' + 10;
        value = value * 16 + digit;
    }
    return value;
}

static bool is_surrogate(long code, long first) {
    return code >= first && code < first + 0x400;
}

/* What is wrong with the escape at `text`, which begins with a backslash; NULL where it is right.
   Writes how many bytes it takes. */
static const char *escape_fault(const char *text, const char *end, size_t *length) {
    *length = text + 1 < end ? 2 : 1;
    if (*length == 2 && text[1] && strchr("\"\\/bfnrt", text[1])) return NULL;
    if (*length < 2 || text[1] != 'u')
        return "JSON knows only the escapes \\\" \\\\ \\/ \\b \\f "
               "\\n \\r \\t and \\u with four hexadecimal digits";
    long code = hex_value(text + 2, end);
    if (code < 0) return "\\u needs four hexadecimal digits";
    *length = 6;
    if (code == 0) return "a text cannot contain the character \\u0000";
    if (is_surrogate(code, 0xDC00)) return "this half of a surrogate pair has no first half";
    if (!is_surrogate(code, 0xD800)) return NULL;
    bool pair = text + 8 <= end && text[6] == '\\' && text[7] == 'u' &&
                is_surrogate(hex_value(text + 8, end), 0xDC00);
    if (!pair) return "this half of a surrogate pair has no second half";
    *length = 12;
    return NULL;
}

static void pass_escape(JsonCursor *c) {
    JsonMark begin = c->at;
    size_t length;
    const char *here = c->text + c->at.offset;
    const char *fault = escape_fault(here, c->text + c->length, &length);
    for (size_t i = 0; i < length; i++) {
        if (json_token_peek(c) == '\n') break; /* the string's missing end is reported instead */
        json_token_advance(c);
    }
    if (!fault) return;
    LessonProblem *problem = json_token_report(c, begin, c->at, "%s", fault);
    lesson_problem_hint(c->problems, problem, "A backslash itself is written \\\\.");
}

static void pass_control(JsonCursor *c) {
    JsonMark begin = c->at;
    unsigned code = (unsigned char)json_token_peek(c);
    json_token_advance(c);
    if (code == '\t')
        json_token_report(c, begin, c->at, "a tab inside a string is written \\t");
    else
        json_token_report(c, begin, c->at, "the control character U+%04X cannot stand in a string",
                          code);
}

static bool unterminated(JsonCursor *c, JsonMark begin) {
    JsonMark end = c->at;
    if (c->at.offset > begin.offset && c->text[c->at.offset - 1] == '\r') end.column--;
    LessonProblem *problem = json_token_report(c, begin, end, "this string is not closed");
    lesson_problem_hint(c->problems, problem,
                        "A string ends with \" on the line where it begins; a line break inside "
                        "it is written \\n.");
    c->stopped = true;
    return false;
}

bool json_token_string(JsonCursor *c) {
    const Quotes *quotes = quotes_here(c);
    JsonMark begin = c->at;
    json_token_advance(c);
    while (!looking_at(c, quotes->close)) {
        char byte = json_token_peek(c);
        if (json_token_at_end(c) || byte == '\n') return unterminated(c, begin);
        if (byte == '\\')
            pass_escape(c);
        else if ((unsigned char)byte < 0x20 && byte != '\r')
            pass_control(c);
        else if (byte == '\r' && !looking_at(c, "\r\n"))
            pass_control(c);
        else
            json_token_advance(c);
    }
    json_token_advance(c);
    if (quotes->problem) json_token_report(c, begin, c->at, "%s", quotes->problem);
    return true;
}

uint32_t json_token_next_code(const char **at, const char *end) {
    static const char NAMES[] = "bfnrt", VALUES[] = "\b\f\n\r\t";
    const char *text = *at;
    uint32_t code = (unsigned char)*text;
    if (*text != '\\' || text + 1 >= end) {
        size_t bytes = lesson_utf8_decode(text, (size_t)(end - text), &code);
        *at += bytes ? bytes : 1;
        return code;
    }
    *at += 2;
    const char *name = text[1] ? strchr(NAMES, text[1]) : NULL;
    if (name) return (unsigned char)VALUES[name - NAMES];
    if (text[1] != 'u' || hex_value(text + 2, end) < 0) return (unsigned char)text[1];
    *at += 4;
    code = (uint32_t)hex_value(text + 2, end);
    long low = text + 8 <= end && text[6] == '\\' && text[7] == 'u' ? hex_value(text + 8, end) : 0;
    if (!is_surrogate((long)code, 0xD800) || !is_surrogate(low, 0xDC00)) return code;
    *at += 6;
    return 0x10000 + ((code - 0xD800) << 10) + ((uint32_t)low - 0xDC00);
}

/* ---- Numbers and words ------------------------------------------------------------------- */

void json_token_run(JsonCursor *c) {
    while (!json_token_at_end(c)) {
        unsigned char byte = (unsigned char)json_token_peek(c);
        if (!isalnum(byte) && byte < 0x80 && !strchr("_+-.$", byte)) return;
        if (byte == '\0') return;
        json_token_advance(c);
    }
}

static size_t pass_digits(const char *text, size_t at, size_t length) {
    while (at < length && isdigit((unsigned char)text[at])) at++;
    return at;
}

/* What is wrong with a number of `length` bytes; NULL where it is as JSON wants it. */
static const char *number_fault(const char *text, size_t length) {
    size_t at = text[0] == '-' || text[0] == '+', digits = at;
    if (text[0] == '+') return "a number has no + in front";
    if (at < length && text[at] == '.') return "a number begins with a digit: 0.5, not .5";
    if (memchr(text, '_', length)) return "a number has no _ between its digits";
    if (at + 1 < length && text[at] == '0' && (text[at + 1] | 0x20) == 'x')
        return "numbers are decimal: 255, not 0xFF";
    if (at + 1 < length && text[at] == '0' && isdigit((unsigned char)text[at + 1]))
        return "a number does not begin with 0: 7, not 07";
    at = pass_digits(text, at, length);
    if (at == digits) return "this is not a number";
    if (at < length && text[at] == '.') {
        digits = ++at;
        at = pass_digits(text, at, length);
        if (at == digits) return "digits are missing after the point: 1.0, not 1.";
    }
    if (at < length && (text[at] | 0x20) == 'e') {
        at++;
        if (at < length && (text[at] == '-' || text[at] == '+')) at++;
        digits = at;
        at = pass_digits(text, at, length);
        if (at == digits) return "digits are missing after the e: 1e3, not 1e";
    }
    if (at < length) return "this is not a number";
    if (length > JSON_LONGEST_NUMBER) return "this number has too many digits";
    char copy[JSON_LONGEST_NUMBER + 1] = {0};
    memcpy(copy, text, length);
    return isfinite(strtod(copy, NULL)) ? NULL : "this number is too large";
}

static bool is_word(JsonCursor *c, JsonMark begin, const char *word) {
    size_t length = strlen(word);
    return c->at.offset - begin.offset == length && !memcmp(c->text + begin.offset, word, length);
}

static void report_word(JsonCursor *c, JsonMark begin) {
    const char *quoted =
        lesson_problem_quote(c->problems, c->text + begin.offset, c->at.offset - begin.offset);
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        if (!is_word(c, begin, WORDS[i].written)) continue;
        json_token_report(c, begin, c->at, "%s is no word of JSON", quoted)->nearest =
            WORDS[i].meant;
        return;
    }
    if (is_word(c, begin, "NaN") || is_word(c, begin, "Infinity"))
        json_token_report(c, begin, c->at, "%s cannot be written in JSON", quoted);
    else
        json_token_report(c, begin, c->at, "this text has no quotes: write %s", quoted);
}

JsonKind json_token_plain(JsonCursor *c) {
    JsonMark begin = c->at;
    json_token_run(c);
    if (c->at.offset == begin.offset) {
        json_token_unexpected(c, "a value");
        return JSON_NULL;
    }
    const char *text = c->text + begin.offset;
    if (isdigit((unsigned char)*text) || strchr("+-.", *text)) {
        const char *fault = number_fault(text, c->at.offset - begin.offset);
        if (fault) json_token_report(c, begin, c->at, "%s", fault);
        return JSON_NUMBER;
    }
    if (is_word(c, begin, "null")) return JSON_NULL;
    if (is_word(c, begin, "true") || is_word(c, begin, "false")) return JSON_BOOL;
    report_word(c, begin);
    return JSON_STRING;
}
