#include "lesson/lesson_say.h"

#include <string.h>

static const char SIGN[] = "==";
enum { SIGN_LENGTH = 2 };

static bool is_sign(const char *at) {
    return at[0] == '=' && at[1] == '=' && at[2] != '=';
}

/* What is lit up begins and ends with a letter, so that "a == b" stays as it is. */
static bool begins(const char *at) {
    return is_sign(at) && at[SIGN_LENGTH] && at[SIGN_LENGTH] != ' ';
}

static bool has_end(const char *at) {
    const char *end = strstr(at, SIGN);
    return end && end > at && end[-1] != ' ';
}

size_t lesson_say_mark(const char *at, bool open) {
    bool mark = open ? is_sign(at) : begins(at) && has_end(at + SIGN_LENGTH);
    return mark ? SIGN_LENGTH : 0;
}

const char *lesson_say_unclosed(const char *text) {
    bool code = false, open = false;
    for (const char *p = text; *p;) {
        size_t length = code ? 0 : lesson_say_mark(p, open);
        if (*p == '`') code = !code;
        bool word = p == text || p[-1] == ' ';
        if (!code && !length && !open && word && begins(p)) return p;
        if (length) open = !open;
        p += length ? length : 1;
    }
    return NULL;
}

void lesson_say_unmark(const char *text, char *out) {
    bool code = false, open = false;
    while (*text) {
        size_t length = code ? 0 : lesson_say_mark(text, open);
        if (*text == '`') code = !code;
        if (length)
            open = !open;
        else
            *out++ = *text;
        text += length ? length : 1;
    }
    *out = 0;
}
