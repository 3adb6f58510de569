/* The order of seeks: the first line of the input names a built-in program, the bytes after it are
 * seeks, snapshots and expressions in any order. A place reached again has the same hash. */
#include <stdlib.h>
#include <string.h>

#include "api/coroscope.h"
#include "fuzz/fuzz_target.h"

enum { ARENA_BYTES = 8 << 20, PLACES = 512, MOST_SEEKS = 64 };

static const char *const programs[] = {
    "import asyncio\nasync def w(n):\n    for i in range(3):\n        await asyncio.sleep(n)\n"
    "        print(n, i)\nasync def main():\n    await asyncio.gather(w(1), w(2), w(3))\n"
    "asyncio.run(main())\n",
    "import asyncio\nasync def p(q):\n    for i in range(5):\n        await q.put(i)\n"
    "async def main():\n    q = asyncio.Queue(2)\n    t = asyncio.create_task(p(q))\n"
    "    for i in range(5):\n        print(await q.get())\n    t.cancel()\n    try:\n"
    "        async with asyncio.timeout(1):\n            await q.get()\n"
    "    except TimeoutError as e:\n        print(repr(e))\nasyncio.run(main())\n",
    "def g(n):\n    for i in range(n):\n        x = yield [i] * i\ntotal = {}\nfor n in range(9):\n"
    "    total[n] = str(list(g(n))) + f'{10 ** n:,}'\nprint(total)\n",
    "import asyncio, threading\ndef work(n):\n    return sum(range(n))\nasync def main():\n"
    "    print(await asyncio.gather(*(asyncio.to_thread(work, n) for n in (3, 4))))\n"
    "asyncio.run(main())\n",
};

static CsEngine *record(const char *text) {
    CsConfig config;
    Diag diag = {0};
    cs_config_init(&config);
    config.arena_bytes = ARENA_BYTES;
    CsEngine *e = cs_create(&config);
    MUST(e && cs_load(e, "main.py", text, strlen(text), &diag), "a built-in program loads");
    cs_record_all(e);
    return e;
}

static void note(uint64_t *hash, const CsEngine *e) {
    uint64_t now = cs_hash(e);
    MUST(*hash == 0 || *hash == now, "a moment is the same however it is reached");
    *hash = now;
}

/* Four bytes: what, and where to. */
static void act(CsEngine *e, const uint8_t *bytes, uint64_t *at_step, uint64_t *at_event) {
    char text[200];
    size_t events;
    cs_events(e, &events);
    uint64_t where = (uint64_t)bytes[1] | (uint64_t)bytes[2] << 8;
    uint64_t step = where % (cs_step_count(e) + 1), event = 1 + where % events;
    switch (bytes[0] % 6) {
    case 0:
        MUST(cs_seek_step(e, step), "a recorded line is reached");
        if (step < PLACES) note(&at_step[step], e);
        break;
    case 1:
        MUST(cs_seek_event(e, (uint32_t)event), "a recorded event is reached");
        if (event < PLACES) note(&at_event[event], e);
        break;
    case 2: MUST(cs_seek_end(e), "the end is reached"); break;
    case 3: cs_snapshot_free(cs_snapshot(e)); break;
    case 4:
        cs_evaluate(e, NULL, bytes[3] % 2 ? "[x for x in range(99)]" : "print", text, sizeof text);
        break;
    default: cs_parts_free(cs_parts(e, step, 0)); break;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static uint64_t at_step[PLACES], at_event[PLACES];
    if (size < 5) return 0;
    memset(at_step, 0, sizeof at_step);
    memset(at_event, 0, sizeof at_event);
    CsEngine *e = record(programs[data[0] % (sizeof programs / sizeof *programs)]);
    for (size_t at = 1, n = 0; at + 4 <= size && n < MOST_SEEKS; at += 4, n++)
        act(e, data + at, at_step, at_event);
    cs_destroy(e);
    return 0;
}
