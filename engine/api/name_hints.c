#include "api/name_hints.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "object/dict.h"
#include "object/module.h"
#include "object/str.h"
#include "vm/traceback_parts.h"
#include "vm/vm.h"

enum { NAMES_SHOWN = 20, MAX_NAMES = 800, NAME_SIZE = 128 };

typedef struct {
    const char *modules; /* each with a space on both sides */
    const char *instead;
} Offer;

static const Offer offers[] = {
    {" requests httpx urllib3 urllib http pycurl grequests ",
     "aiohttp.ClientSession, answered from the lesson's table, stands for every client of the "
     "web."},
    {" numpy pandas scipy matplotlib seaborn sklearn torch tensorflow ",
     "Coroscope offers lists, math, statistics, fractions and decimal instead."},
    {" pathlib shutil tempfile glob fnmatch fileinput filecmp mmap csv configparser zipfile "
     "tarfile "
     "gzip bz2 lzma zlib ",
     "There are no files: keep the text in a string or in io.StringIO; aiofiles reads the files "
     "that "
     "the lesson describes."},
    {" pickle shelve marshal dbm sqlite3 aiosqlite asyncpg psycopg psycopg2 aiomysql "
     "pymysql "
     "redis aioredis motor pymongo sqlalchemy databases ",
     "There is no database and no pickle: keep the data in a dict; json turns it into text."},
    {" ssl select selectors socketserver asyncore asynchat ftplib smtplib paramiko telnetlib ",
     "Coroscope offers asyncio.open_connection() and start_server() between the hosts of the "
     "lesson "
     "instead."},
    {" uvloop trio curio anyio gevent eventlet twisted tornado nest_asyncio ",
     "Coroscope runs asyncio with its own loop: leave the import out and use asyncio's functions."},
    {" fastapi flask django starlette uvicorn hypercorn quart sanic bottle websockets websocket ",
     "Coroscope offers asyncio.start_server() for a server, asyncio.Queue for its messages."},
    {" pytest pytest_asyncio nose hypothesis doctest asynctest ",
     "Coroscope offers unittest with TestCase, IsolatedAsyncioTestCase, Mock and AsyncMock "
     "instead."},
    {" tqdm rich colorama click termcolor loguru structlog typer ",
     "Coroscope offers print(), logging and argparse instead."},
    {" pydantic attr attrs ", "Coroscope offers dataclasses, typing.NamedTuple and enum instead."},
    {" tkinter pygame curses turtle PyQt5 PyQt6 PySide6 kivy ",
     "A program has no window of its own here: print() what it does, and watch it run."},
    {" ast dis code codeop pdb bdb trace importlib imp pkgutil runpy ctypes cffi token tokenize "
     "symtable py_compile cProfile profile pstats tracemalloc faulthandler linecache sysconfig "
     "site ",
     "A program cannot make code or look into the interpreter here: traceback, inspect and gc are "
     "what Coroscope offers."},
    {" timeit ", "Coroscope offers time.perf_counter() instead; its clock is virtual."},
    {NULL, NULL},
};

static const char *find_offer(const char *module) {
    char wanted[NAME_SIZE];
    snprintf(wanted, sizeof wanted, " %.*s ", (int)strcspn(module, "."), module);
    for (const Offer *o = offers; o->modules; o++) {
        if (strstr(o->modules, wanted)) return o->instead;
    }
    return NULL;
}

/* Copies what stands between the quotes after `before`; false where the text is another. */
static bool take_quoted(const char *text, const char *before, char *name) {
    const char *at = strstr(text, before);
    if (!at) return false;
    at += strlen(before);
    size_t size = strcspn(at, "'");
    if (at[size] != '\'' || size == 0 || size >= NAME_SIZE) return false;
    memcpy(name, at, size);
    name[size] = '\0';
    return true;
}

static int by_text(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static char small(char c) {
    return (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

/* The public names of a module that begin as `wrong` does, or all of them where none does; how
 * many. Borrowed. */
static size_t collect(Engine *e, const char *module, const char *wrong, const char **names) {
    Str *key = str_from(e, module);
    Obj *found = key ? dict_get_str(e->vm->modules, key) : NULL;
    xdecref(e, (Obj *)key);
    size_t all = 0, near = 0;
    Obj *name, *value;
    if (!found || !IS(e, found, module)) return 0;
    for (uint32_t i = 0; dict_next(MODULE(found)->dict, &i, &name, &value) && all < MAX_NAMES;) {
        if (!HAS_LAYOUT(name, STR) || STR(name)->text[0] == '_' || IS(e, value, module)) continue;
        names[all++] = STR(name)->text;
    }
    for (size_t i = 0; i < all; i++) {
        if (small(names[i][0]) != small(wrong[0])) continue;
        const char *first = names[near];
        names[near++] = names[i];
        names[i] = first;
    }
    size_t count = near ? near : all;
    qsort(names, count, sizeof *names, by_text);
    return count;
}

static void say_names(Engine *e, const char *module, const char *wrong, char *out, size_t size) {
    if (strcmp(module, "unicodedata") == 0 && strcmp(wrong, "ucd_3_2_0") == 0) {
        snprintf(out, size, "Coroscope does not have %s.%s: it knows Unicode 15.1 alone.", module,
                 wrong);
        return;
    }
    const char *names[MAX_NAMES];
    size_t count = collect(e, module, wrong, names),
           shown = count < NAMES_SHOWN ? count : NAMES_SHOWN;
    if (!count) return;
    bool alike = small(names[0][0]) == small(wrong[0]);
    size_t used = (size_t)snprintf(out, size, "Of the names in %s, Coroscope has%s ", module,
                                   alike ? " these that begin alike:" : ":");
    for (size_t i = 0; i < shown && used < size; i++) {
        used += (size_t)snprintf(out + used, size - used, "%s%s", i ? ", " : "", names[i]);
    }
    if (used < size && count > shown) {
        used += (size_t)snprintf(out + used, size - used, " and %zu more", count - shown);
    }
    if (used < size) snprintf(out + used, size - used, ".");
}

static void say_module(Engine *e, const char *module, char *out, size_t size) {
    const char *instead = find_offer(module);
    Str *name = instead ? NULL : str_new(e, module, strcspn(module, "."));
    bool python = name && stdlib_has_module(name);
    xdecref(e, (Obj *)name);
    if (instead) {
        snprintf(out, size, "Coroscope does not have %s. %s", module, instead);
    } else {
        snprintf(out, size,
                 "Coroscope does not have %s%s. It has asyncio, collections, contextlib, "
                 "dataclasses, datetime, enum, functools, itertools, json, logging, math, random, "
                 "re, statistics, string, threading, time, typing, unittest and more.",
                 module, python ? "" : ", and nothing can be installed");
    }
}

void name_hint(Engine *e, const char *text, char *out, size_t size) {
    char module[NAME_SIZE], wrong[NAME_SIZE];
    out[0] = '\0';
    if (strncmp(text, "ModuleNotFoundError: ", 21) == 0) {
        if (take_quoted(text, "No module named '", module)) say_module(e, module, out, size);
    } else if (strncmp(text, "ImportError: ", 13) == 0) {
        if (!take_quoted(text, "cannot import name '", wrong)) return;
        if (take_quoted(text, "' from '", module)) say_names(e, module, wrong, out, size);
    } else if (strncmp(text, "AttributeError: ", 16) == 0) {
        if (!take_quoted(text, ": module '", module)) return;
        if (take_quoted(text, "has no attribute '", wrong)) say_names(e, module, wrong, out, size);
    }
}
