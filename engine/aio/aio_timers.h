#ifndef AIO_TIMERS_H
#define AIO_TIMERS_H
/* The loop's timers: a heap by deadline, then by the order in which they were set. */

#include "aio/aio.h"

/* The earliest living timer, borrowed, or NULL; cancelled ones at the head are dropped. */
AioHandle *timers_first(Engine *e, AioLoop *loop);
AioHandle *timers_pop(AioLoop *loop);                     /* owned */
bool timers_push(Engine *e, AioLoop *loop, AioHandle *h); /* increfs */
/* Its deadline comes so much later. */
void timers_delay(Engine *e, AioHandle *h, double seconds);

#endif
