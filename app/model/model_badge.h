#ifndef MODEL_MODEL_BADGE_H
#define MODEL_MODEL_BADGE_H
/* Who something is, and in which state: what all parts of the picture's data share. */

#include <stdbool.h>
#include <stdint.h>

typedef enum {
    STATE_CREATED,
    STATE_READY,
    STATE_RUNNING,
    STATE_WAITING,
    STATE_CANCELLING,
    STATE_DONE,
    STATE_FAILED,
    STATE_CANCELLED,
    STATE_COUNT
} ModelState;

/* Who: a task by its number, a plain callback, a worker thread by its number,
   a generator's frame by a letter, or nobody. */
typedef enum { WHO_NOBODY, WHO_TASK, WHO_CALLBACK, WHO_THREAD, WHO_GENERATOR } ModelWho;

typedef struct {
    uint8_t who; /* ModelWho */
    bool hollow; /* an outer frame of the task */
    int number;  /* of a generator: its hue * 256 + its letter */
    uint32_t id; /* of the task or thread */
} ModelBadge;

#endif
