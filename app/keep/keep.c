#include "keep/keep.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "platform/platform_files.h"

enum { FILE_LIMIT = 1 << 20 };

static bool path_of(char *path, const char *name) {
    char folder[PLATFORM_PATH_SIZE];
    return platform_config_folder(folder, sizeof folder) &&
           platform_join(path, PLATFORM_PATH_SIZE, folder, name);
}

static void say(char *notice, size_t size, const TextTable *words, TextKey key, const char *a,
                const char *b, const char *c) {
    text_format(notice, size, text_get(words, key), (const char *const[]){a, b, c}, 3);
}

/* Cuts the line into words where it stands. */
static int split(char *line, char **words) {
    int count = 0;
    for (char *word = strtok(line, " \t\r"); word && count < KEEP_WORDS;
         word = strtok(NULL, " \t\r"))
        words[count++] = word;
    return count;
}

/* The number of the first line that makes no sense; 0: all do. */
static int bad_line(char *text, size_t length, KeepLine line, void *user) {
    int number = 0;
    if (strlen(text) != length) return 1; /* a zero byte is no text */
    for (char *at = text, *next; at; at = next) {
        char *end = strchr(at, '\n');
        next = end ? end + 1 : NULL;
        if (end) *end = 0;
        number++;
        char *words[KEEP_WORDS];
        int count = *at == '#' ? 0 : split(at, words);
        if (count && !line(user, words, count)) return number;
    }
    return 0;
}

static void set_aside(const char *path, const char *copy, size_t length, int number,
                      const TextTable *words, char *notice, size_t size) {
    char aside[PLATFORM_PATH_SIZE], error[256], at[16];
    snprintf(at, sizeof at, "%d", number);
    bool moved = platform_join(aside, sizeof aside, "", path) &&
                 strlen(aside) + sizeof ".broken" <= sizeof aside;
    if (moved) {
        strcat(aside, ".broken");
        moved = platform_write_file(aside, copy, length, error, sizeof error);
    }
    if (moved) {
        say(notice, size, words, TEXT_KEEP_BROKEN, path, at, aside);
    } else {
        say(notice, size, words, TEXT_KEEP_BROKEN_STAYS, path, at, NULL);
    }
}

bool keep_read(const char *name, KeepLine line, void *user, const TextTable *words, char *notice,
               size_t size) {
    char path[PLATFORM_PATH_SIZE], error[512];
    *notice = 0;
    if (!path_of(path, name) || !platform_is_file(path)) return true;
    char *text;
    size_t length;
    if (!platform_read_file(path, FILE_LIMIT, &text, &length, error, sizeof error)) {
        say(notice, size, words, TEXT_KEEP_UNREADABLE, error, NULL, NULL);
        return false;
    }
    char *copy = malloc(length + 1);
    int bad = 1;
    if (copy) {
        memcpy(copy, text, length + 1);
        bad = bad_line(text, length, line, user);
        if (bad) set_aside(path, copy, length, bad, words, notice, size);
    }
    free(copy);
    free(text);
    return bad == 0;
}

bool keep_write(const char *name, const char *text, size_t length, const TextTable *words,
                char *notice, size_t size) {
    char path[PLATFORM_PATH_SIZE], error[512];
    *notice = 0;
    if (!path_of(path, name)) {
        say(notice, size, words, TEXT_KEEP_NO_FOLDER, NULL, NULL, NULL);
        return false;
    }
    if (platform_write_file(path, text, length, error, sizeof error)) return true;
    say(notice, size, words, TEXT_KEEP_UNWRITTEN, error, NULL, NULL);
    return false;
}

/* ---- Words ---------------------------------------------------------------------------------- */

size_t keep_put_word(char *out, const char *text) {
    char *at = out;
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c > ' ' && c != '%' && c != '#' && c != 0x7F) {
            *at++ = *text;
        } else {
            at += sprintf(at, "%%%02X", c);
        }
    }
    *at = 0;
    return (size_t)(at - out);
}

static int hex(char c) {
    const char *digits = "0123456789ABCDEF", *found = c ? strchr(digits, c) : NULL;
    return found ? (int)(found - digits) : -1;
}

bool keep_get_word(char *out, size_t size, const char *word) {
    size_t used = 0;
    for (; *word; word++) {
        int c = (unsigned char)*word;
        if (c == '%') {
            int high = hex(word[1]), low = high < 0 ? -1 : hex(word[2]);
            c = low < 0 ? 0 : high * 16 + low;
            word += 2;
        }
        if (c == 0 || used + 1 >= size) return false;
        out[used++] = (char)c;
    }
    out[used] = 0;
    return true;
}
