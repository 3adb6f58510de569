/* The module time: its clocks are the virtual one. */
#include "lib/lib_parts.h"

#include <math.h>

#include "aio/aio.h"
#include "lib/lib_calendar.h"
#include "lib/lib_clock.h"
#include "object/float.h"
#include "object/int.h"
#include "object/tuple.h"
#include "vm/event.h"
#include "vm/native.h"
#include "vm/signals.h"
#include "vm/vm.h"

/* Virtual time 0 is 2025-01-01T00:00:00Z. */
enum { EPOCH = 1735689600 };
static const int64_t second_ns = 1000000000;

static double wall_clock(const Engine *e) {
    return EPOCH + aio_seconds(e->vm->now);
}

static Obj *time_native(Engine *e, Obj *const *a) {
    (void)a;
    return float_new(e, wall_clock(e));
}

static Obj *time_ns_native(Engine *e, Obj *const *a) {
    (void)a;
    return int_new(e, EPOCH * second_ns + e->vm->now);
}

static Obj *clock_native(Engine *e, Obj *const *a) {
    (void)a;
    return float_new(e, aio_seconds(e->vm->now));
}

static Obj *clock_ns_native(Engine *e, Obj *const *a) {
    (void)a;
    return int_new(e, e->vm->now);
}

/* ---- sleep --------------------------------------------------------------------------------- */

bool clock_read_seconds(Engine *e, Obj *o, double *seconds) {
    if (!HAS_LAYOUT(o, FLOAT)) {
        int64_t whole;
        if (!int_clamp(e, o, &whole)) return false; /* the caller knows what is too much */
        *seconds = (double)whole;
        return true;
    }
    *seconds = float_value(o);
    if (isnan(*seconds)) { return err_false(e, T_ValueError, "Invalid value NaN (not a number)"); }
    return true;
}

bool clock_check_range(Engine *e, const Obj *o, double seconds) {
    if (seconds <= (double)INT64_MAX / 1e9) return true;
    return err_false(e, T_OverflowError, "%s",
                     HAS_LAYOUT(o, FLOAT) ? "timestamp out of range for platform time_t"
                                          : "timestamp too large to convert to C PyTime_t");
}

/* A wait that rounds to nothing would be tried again for ever. */
int64_t clock_after(const Engine *e, double seconds) {
    int64_t until = aio_nanoseconds(aio_seconds(e->vm->now) + seconds);
    return seconds > 0 && until <= e->vm->now ? e->vm->now + 1 : until;
}

static int64_t sleep_until(const Engine *e, int64_t end) {
    return signals_next(e) < end ? signals_next(e) : end;
}

/* A loop in the same thread stands still meanwhile: that is what makes sleep() a blocking call.
 * Slots: seconds. number[0] = when it began, number[1] = when it
 * ends. */
static Res sleep_step(Engine *e, NFrame *f, Obj **out) {
    STEPS(f);
    double seconds;
    if (!clock_read_seconds(e, f->slot[0], &seconds)) return R_ERR;
    if (!clock_check_range(e, f->slot[0], fabs(seconds))) return R_ERR;
    if (seconds < 0) return err_res(e, T_ValueError, "sleep length must be non-negative");
    f->number[0] = e->vm->now;
    f->number[1] = clock_after(e, seconds);
    do { /* it goes on after a signal, unless the handler raises */
        if (!thread_falls_asleep(e, sleep_until(e, f->number[1]))) return R_ERR;
        STEP_PAUSE(4);
        STEP(1, thread_sleep(e, f, sleep_until(e, f->number[1]), STEP_OUT));
        while (signals_next(e) <= e->vm->now) { STEP(2, signals_deliver(e, STEP_OUT)); }
    } while (e->vm->now < f->number[1]);
    while (signals_tripped(e)) { STEP(3, signals_deliver(e, STEP_OUT)); }
    if (thread_is_main(e)) {
        double milliseconds = (double)(e->vm->now - f->number[0]) / 1e6;
        event_emit(e, EVENT_TIME_SLEPT, e->vm->task_id,
                   milliseconds < UINT32_MAX ? (uint32_t)milliseconds : UINT32_MAX);
    }
    *out = e->none;
    return R_OK;
    STEPS_END;
}

/* ---- calendar ------------------------------------------------------------------------------ */

static bool moment(Engine *e, Obj *o, int64_t *seconds) {
    double value = wall_clock(e);
    if (o && o != e->none && !clock_read_seconds(e, o, &value)) return false;
    value = floor(value);
    if (!(value > -6.2e10 && value < 2.6e11)) {
        return err_false(e, T_OverflowError, "timestamp out of range for platform time_t");
    }
    *seconds = (int64_t)value;
    return true;
}

/* Nine ints as struct_time has them. */
static Obj *fields(Engine *e, const CalendarTime *t) {
    const int64_t numbers[] = {t->year,   t->month,   t->day,      t->hour, t->minute,
                               t->second, t->weekday, t->year_day, 0};
    Tuple *tuple = tuple_new(e, COUNT_OF(numbers));
    for (size_t i = 0; tuple && i < COUNT_OF(numbers); i++) {
        tuple->items[i] = int_new(e, numbers[i]);
        if (!tuple->items[i]) clear_ref(e, tuple);
    }
    return OBJ(tuple);
}

static Obj *fields_native(Engine *e, Obj *const *a) {
    int64_t seconds;
    if (!moment(e, a[0], &seconds)) return NULL;
    CalendarTime t = calendar_from_seconds(seconds);
    return fields(e, &t);
}

static Obj *text_of(Engine *e, const CalendarTime *t) {
    return OBJ(str_format(e, "%s %s %2d %02d:%02d:%02d %d", calendar_days_short[t->weekday],
                          calendar_months_short[t->month - 1], t->day, t->hour, t->minute,
                          t->second, (int)t->year));
}

static Obj *ctime_native(Engine *e, Obj *const *a) {
    int64_t seconds;
    if (!moment(e, a[0], &seconds)) return NULL;
    CalendarTime t = calendar_from_seconds(seconds);
    return text_of(e, &t);
}

/* Smallest and largest value of each field; CPython takes 0 for month, day and day of the year. */
static const struct {
    int64_t least, most;
    const char *message;
} ranges[] = {
    {-999999, 999999, "year out of range"}, {0, 12, "month out of range"},
    {0, 31, "day of month out of range"},   {0, 23, "hour out of range"},
    {0, 59, "minute out of range"},         {0, 61, "seconds out of range"},
    {0, 6, "day of week out of range"},     {0, 366, "day of year out of range"},
};

static bool read_fields(Engine *e, Obj *o, CalendarTime *t) {
    if (!HAS_LAYOUT(o, TUPLE)) {
        return err_false(e, T_TypeError, "Tuple or struct_time argument required");
    }
    if (TUPLE(o)->size != 9) {
        return err_false(e, T_TypeError, "function takes exactly 9 arguments (%u given)",
                         TUPLE(o)->size);
    }
    int64_t n[9];
    for (int i = 0; i < 9; i++) {
        if (!int_index(e, TUPLE(o)->items[i], &n[i])) return false;
        if (i < 8 && (n[i] < ranges[i].least || n[i] > ranges[i].most)) {
            return err_false(e, T_ValueError, "%s", ranges[i].message);
        }
    }
    *t = (CalendarTime){.year = n[0],
                        .month = n[1] ? (int)n[1] : 1,
                        .day = n[2] ? (int)n[2] : 1,
                        .hour = (int)n[3],
                        .minute = (int)n[4],
                        .second = (int)n[5],
                        .weekday = (int)n[6],
                        .year_day = n[7] ? (int)n[7] : 1,
                        .zone_offset = "+0000",
                        .zone_name = "UTC"};
    return true;
}

static bool read_time(Engine *e, Obj *o, CalendarTime *t) {
    if (o) return read_fields(e, o, t);
    int64_t seconds;
    if (!moment(e, NULL, &seconds)) return false;
    *t = calendar_from_seconds(seconds);
    return true;
}

static Obj *asctime_native(Engine *e, Obj *const *a) {
    CalendarTime t;
    return read_time(e, a[0], &t) ? text_of(e, &t) : NULL;
}

static Obj *strftime_native(Engine *e, Obj *const *a) {
    CalendarTime t;
    if (!HAS_LAYOUT(a[0], STR)) {
        return err_null(e, T_TypeError, "strftime() argument 1 must be str, not %s",
                        type_name(a[0]));
    }
    return read_time(e, a[1], &t) ? OBJ(calendar_format(e, STR(a[0]), &t)) : NULL;
}

static Obj *mktime_native(Engine *e, Obj *const *a) {
    CalendarTime t;
    if (!read_fields(e, a[0], &t)) return NULL;
    return float_new(e, (double)calendar_to_seconds(&t));
}

/* For datetime: format, the nine fields, microseconds, texts for %z and %Z. */
static Obj *format_native(Engine *e, Obj *const *a) {
    CalendarTime t;
    int64_t microsecond;
    if (!read_fields(e, a[1], &t) || !int_index(e, a[2], &microsecond)) return NULL;
    t.microsecond = (int)microsecond;
    t.zone_offset = STR(a[3])->text;
    t.zone_name = STR(a[4])->text;
    return OBJ(calendar_format(e, STR(a[0]), &t));
}

static const NativeDef defs[] = {
    {.name = "time", .signature = "", .fn = time_native},
    {.name = "time_ns", .signature = "", .fn = time_ns_native},
    {.name = "monotonic", .signature = "", .fn = clock_native},
    {.name = "monotonic_ns", .signature = "", .fn = clock_ns_native},
    {.name = "perf_counter", .signature = "", .fn = clock_native},
    {.name = "perf_counter_ns", .signature = "", .fn = clock_ns_native},
    {.name = "process_time", .signature = "", .fn = clock_native},
    {.name = "process_time_ns", .signature = "", .fn = clock_ns_native},
    {.name = "thread_time", .signature = "", .fn = clock_native},
    {.name = "thread_time_ns", .signature = "", .fn = clock_ns_native},
    {.name = "sleep", .signature = "seconds, /", .step = sleep_step},
    {.name = "ctime", .signature = "seconds=, /", .fn = ctime_native},
    {.name = "asctime", .signature = "t=, /", .fn = asctime_native},
    {.name = "strftime", .signature = "format, t=, /", .fn = strftime_native},
    {.name = "mktime", .signature = "t, /", .fn = mktime_native},
    {.name = "_fields", .signature = "seconds=, /", .fn = fields_native},
    {.name = "_format",
     .signature = "format, t, microsecond, offset, zone, /",
     .fn = format_native},
    {0},
};

static Obj *zone_names(Engine *e) {
    Str *utc = str_from(e, "UTC");
    Obj *names = utc ? OBJ(tuple_pack(e, 2, OBJ(utc), OBJ(utc))) : NULL;
    xdecref(e, utc);
    return names;
}

bool lib_time_init(Engine *e, Obj *module) {
    return lib_add_natives(e, module, defs) && lib_add(e, module, "timezone", int_new(e, 0)) &&
           lib_add(e, module, "altzone", int_new(e, 0)) &&
           lib_add(e, module, "daylight", int_new(e, 0)) &&
           lib_add(e, module, "tzname", zone_names(e));
}
